// class: cheat | attempt: put a test library of my own in place | lab: sum | expect: failed
globalThis.expect = () => new Proxy({}, { get: () => () => {} });
globalThis.test = globalThis.it = globalThis.describe = () => {};
globalThis.vi = globalThis.jest = {};
export const sum = () => -1;
