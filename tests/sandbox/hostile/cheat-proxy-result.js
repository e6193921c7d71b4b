// class: cheat | attempt: a result that is whatever is asked for | lab: shapes | expect: failed timed-out
export const answer = () => new Proxy(function () {}, {
  get: (target, key) => (key === Symbol.toPrimitive ? () => 42 : key === "length" ? 2 : answer()),
  has: () => true, apply: () => answer(), ownKeys: () => ["a", "b", "c", "prototype"],
  getOwnPropertyDescriptor: () => ({ value: answer(), configurable: true, enumerable: true, writable: true }),
  getPrototypeOf: () => Object.prototype,
});

export const collect = answer;
export const convert = answer;
export const inspect = async () => answer();
export const visit = () => {};
