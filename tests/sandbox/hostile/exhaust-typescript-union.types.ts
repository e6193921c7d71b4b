// class: exhaust | attempt: a type of a hundred million members | lab: sum | expect: out-of-memory timed-out
type Digit = "0" | "1" | "2" | "3" | "4" | "5" | "6" | "7" | "8" | "9";
type Number4 = `${Digit}${Digit}${Digit}${Digit}`;
type All = { [A in Number4]: { [B in Number4]: `${A}${B}` } };
export const one: All[Number4][Number4] = "12345678";
export const sum = (list: readonly number[]): number => list.reduce((a, b) => a + b, 0);
