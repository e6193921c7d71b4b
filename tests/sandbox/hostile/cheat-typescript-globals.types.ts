// class: cheat | attempt: declarations that overwrite the library, so that a wrong type fits | lab: sum | expect: errored
declare global {
  interface ReadonlyArray<T> { reduce(callback: (a: number, b: T) => number, start: number): string }
}
export const sum = (list: readonly number[]): string => list.reduce((a, b) => a + b, 0);
export const wrong: number = sum([]);
