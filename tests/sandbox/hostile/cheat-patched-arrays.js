// class: cheat | attempt: make every array method say yes | lab: shapes | expect: failed
for (const name of ["includes", "every", "some", "map", "forEach", "push", "at", "indexOf", "join", "slice"]) {
  Object.defineProperty(Array.prototype, name, { value: () => true });
}
Array.prototype[Symbol.iterator] = function* () {};
Array.isArray = () => true;
Array.from = () => [];
export const sum = () => true;
export const answer = () => [];

export const collect = answer;
export const convert = answer;
export const inspect = async () => answer();
export const visit = () => {};
