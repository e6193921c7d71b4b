// class: honest | attempt: enums, generics, parameter properties, type imports, decorator-free classes | lab: typescript | expect: passed
export enum Colour { Red, Green = "green" as any }
export interface Shape { readonly kind: string; area(): number }
export type Pair<A, B = A> = readonly [A, B];
abstract class Base implements Shape { abstract readonly kind: string; constructor(protected readonly scale: number = 1) {} abstract area(): number; }
export class Square extends Base {
  readonly kind = "square" as const;
  constructor(private side: number, scale?: number) { super(scale); }
  area(): number { return this.side ** 2 * this.scale!; }
}
export function swap<A, B>([a, b]: Pair<A, B>): Pair<B, A> { return [b, a] satisfies Pair<B, A>; }
export namespace Units { export const metre = 1; }
export const first = <T,>(list: T[]): T | undefined => list[0];
export function fails(): never {

  throw new Error("line 17");
}
