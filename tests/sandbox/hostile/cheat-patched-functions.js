// class: cheat | attempt: intercept every call | lab: sum | expect: failed
const { apply } = Reflect;
Function.prototype.call = function (self, ...args) { return args[0] === undefined ? 6 : apply(this, self, args); };
Function.prototype.apply = () => 6;
Function.prototype.bind = function () { return () => 6; };
Reflect.apply = () => 6;
Reflect.construct = () => ({});
globalThis.Proxy = class { constructor(target) { return target; } };
globalThis.WeakMap = class { get() { return 6; } set() {} has() { return true; } };
export const sum = () => -1;
