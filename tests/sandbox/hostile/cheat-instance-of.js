// class: cheat | attempt: a class of which everything is an instance | lab: shapes | expect: failed
class Yes { static [Symbol.hasInstance]() { return true; } }
globalThis.SyntaxError = Yes;
export const answer = () => new Yes();
export const collect = answer;
export const inspect = async () => answer();
export const visit = () => {};
export const convert = () => { throw new Yes(); };
