// class: cheat | attempt: a proxy that says it is a Map | lab: shapes | expect: failed
export const answer = () => new Proxy(new Map([["a", 1], ["b", 3]]), {
  get: (target, key) => (key === "get" ? (name) => ({ a: 1, b: 2 })[name] : key === "size" ? 2 : Reflect.get(target, key, target)?.bind?.(target)),
});

export const collect = answer;
export const convert = answer;
export const inspect = async () => answer();
export const visit = () => {};
