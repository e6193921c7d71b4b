// class: cheat | attempt: a comment that switches the compiler off, where type errors are fatal | lab: sum | expect: errored
// @ts-nocheck
export const sum = (list: readonly string[]): boolean => list.reduce((a, b) => a + b, 0);
