/** The language in which the two sides of the membrane speak: numbers, strings and objects native to the side that receives them. */

export type Key = string | symbol;
export type AnyFunction = (...args: unknown[]) => unknown;
/** A value of the realm in which this text stands. */
export type Native = unknown;

/** What one side lets the other's trusted code call. Objects in and out are native to the side that receives them. */
export interface Port {
  face(target: object): object;
  date(target: object): object;
  raise(error: Native): void;
  answerLinked(index: number): void;
  answerDescriptor(flags: number, value: Native, get: Native, set: Native): void;
  answerKey(key: Key): void;
  link(index: number, foreign: object): void;
  linked(index: number): object;
  get(target: object, key: Key, receiver: Native): Native;
  set(target: object, key: Key, value: Native, receiver: Native): boolean;
  has(target: object, key: Key): boolean;
  remove(target: object, key: Key): boolean;
  keys(target: object): void;
  describe(target: object, key: Key): void;
  define(target: object, key: Key, flags: number, value: Native, get: Native, set: Native): boolean;
  prototype(target: object): Native;
  setPrototype(target: object, prototype: object | null): boolean;
  extensible(target: object): boolean;
  preventExtensions(target: object): boolean;
  apply(target: object, self: Native, args: Native[]): Native;
  construct(target: object, args: Native[], newTarget: object): Native;
  brand(target: object): string;
  contents(target: object): void;
  answerItem(value: Native): void;
}

/** Which fields a property descriptor has, and the flags among them, as one number. */
export const HAS_VALUE = 1, WRITABLE = 2, HAS_WRITABLE = 4, ENUMERABLE = 8, HAS_ENUMERABLE = 16, CONFIGURABLE = 32,
  HAS_CONFIGURABLE = 64, HAS_GET = 128, HAS_SET = 256;
