// class: cheat | attempt: types that promise what the value does not keep | lab: sum | expect: failed
type Loose = number & { toJSON?: () => number };
export function sum(list: readonly number[]): Loose {
  return { valueOf: (): number => list.length, toJSON: () => 6 } as unknown as Loose;
}
