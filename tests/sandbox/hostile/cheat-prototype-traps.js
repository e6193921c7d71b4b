// class: cheat | attempt: traps on Object.prototype for whatever the judge writes | lab: sum | expect: failed
for (const name of ["0", "1", "get", "set", "value", "status", "message", "pass", "then", "done", "enumerable", "configurable", "writable", "secret", "outcome"]) {
  Object.defineProperty(Object.prototype, name, { __proto__: null, get: () => "passed", set() {}, configurable: true });
}
export const sum = () => -1;
