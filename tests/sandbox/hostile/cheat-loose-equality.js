// class: cheat | attempt: an object that converts to the number where == is used | lab: shapes | expect: failed
export const answer = () => null;
export const collect = () => [];
export const visit = () => {};
export const inspect = async () => 0;
export const convert = (text) => ({ valueOf: () => Number(text), toString: () => text, [Symbol.toPrimitive]: () => Number(text) });
