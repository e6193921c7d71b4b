// class: honest | attempt: the same in TypeScript | lab: sum | expect: passed
export const sum = (list: readonly number[]): number => list.reduce<number>((a, b) => a + b, 0);
