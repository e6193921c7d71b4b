/**
 * The membrane between two realms of one isolate. The same code is evaluated in both; each side keeps the other's objects
 * to itself and shows proxies ("faces") made of its own realm's parts.
 *
 * Invariants, on which the integrity of every grade rests:
 * 1. A raw object of one realm is never given to untrusted code of the other: every value goes through `give`.
 * 2. Nothing thrown comes across raw. A function of the other side is called only through `cross`, which drops what
 *    it throws (a stack overflow inside the other side would otherwise hand over an error with that realm's `Function`).
 *    What untrusted code threw on purpose comes across converted, by `raise`.
 * 3. Built-in prototypes of both realms stand for each other, and built-in methods are looked up in the realm that asks,
 *    or (methods with internal slots) taken from copies made before untrusted code ran. Patching them has no effect.
 * 4. This code uses nothing that can be patched: no iteration, no methods of prototypes, no inherited options.
 */
import { afterAnswers, callDepth, port } from "./answering.ts";
import { hidden, isObject, linkIndex, theirs } from "./books.ts";
import { askContents, connectPort, cross, give, other, slots } from "./crossing.ts";
import { forgetDates } from "./dates.ts";
import { afterCalls, faceOfLinked } from "./faces.ts";
import type { Port } from "./port.ts";

export interface Membrane {
  port: Port;
  connect(foreign: Port): void;
  /** A value of this realm (or a face) as the other realm sees it. */
  give(value: unknown): unknown;
  isFace(value: unknown): boolean;
  /** Which built-in kind of object it is by its internal slots, on whichever side it lives: `Map`, `Date`, `Object` … */
  brandOf(value: object): string;
  /**
   * What is inside by its slots, whatever methods it claims to have: a Map's keys and values in turn, a Set's members, a
   * typed array's or buffer's numbers, a RegExp's source and flags, a Date's time, the primitive of a wrapper.
   */
  contentsOf(value: object): unknown[];
  /** The other side sees this function as callable and nothing else. */
  hideProperties(target: object): void;
  /** How many calls of the other side into this one are on the stack. */
  depth(): number;
  /** A face of a built-in of the other side, which otherwise stands for this side's own. */
  faceOfLinked(target: object): object;
  /** Called after each call from here to the other side. */
  afterCalls(act: () => void): void;
  /** `act` is called with each object that a call of the other side into this one answers with. */
  afterAnswers(act: (value: object) => void): void;
  /** Forgets the dates that are kept equal on both sides. */
  forgetDates(): void;
}

/** The object of the other side for which a face stands; undefined for everything else, built-ins among them. */
function foreignOf(value: object): object | undefined {
  const target = theirs.get(value);
  return target === undefined || linkIndex.get(value) !== undefined ? undefined : target;
}

export const membrane: Membrane = {
  port,
  connect: connectPort,
  give,
  isFace: (value) => isObject(value) && foreignOf(value) !== undefined,
  brandOf(value) {
    const target = foreignOf(value);
    return target === undefined ? slots.brand(value) : (cross(other.brand, target) as string);
  },
  contentsOf(value) {
    const target = foreignOf(value);
    return target === undefined ? slots.contents(value) : askContents(target);
  },
  hideProperties: (target) => void hidden.set(target, true),
  depth: () => callDepth,
  faceOfLinked,
  afterCalls,
  afterAnswers,
  forgetDates,
};
