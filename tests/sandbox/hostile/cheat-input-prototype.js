// class: cheat | attempt: pollute the realm of the tests through what they pass in | lab: sum | expect: failed
export function sum(list) {
  for (const root of [Object.getPrototypeOf(list), list.__proto__, list.constructor.prototype, Object.getPrototypeOf(Object.getPrototypeOf(list))]) {
    root.length = 0;
    root.asymmetricMatch = () => true;
    root.every = () => true;
    root[Symbol.iterator] = function* () {};
  }
  return -1;
}
