// class: cheat | attempt: a result that turns into another | lab: sum | expect: failed
const six = { toJSON: () => 6, valueOf: () => 6, toString: () => "6", [Symbol.toPrimitive]: () => 6, [Symbol.toStringTag]: "Number" };
export const sum = () => six;
