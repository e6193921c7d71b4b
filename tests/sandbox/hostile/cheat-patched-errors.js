// class: cheat | attempt: make errors say nothing | lab: shapes | expect: failed
Object.defineProperty(Error.prototype, "message", { get: () => "" });
Object.defineProperty(Error.prototype, "name", { get: () => "" });
Error.prototype.toString = () => "";
globalThis.Error = globalThis.TypeError = globalThis.SyntaxError = class {};
export const answer = () => { throw new Error("passed"); };

export const collect = answer;
export const convert = answer;
export const inspect = async () => answer();
export const visit = () => {};
