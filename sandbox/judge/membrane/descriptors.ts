/** Property descriptors as numbers and back, read and made so that nothing inherited counts. */
import {
  CONFIGURABLE, ENUMERABLE, HAS_CONFIGURABLE, HAS_ENUMERABLE, HAS_GET, HAS_SET, HAS_VALUE, HAS_WRITABLE, WRITABLE,
} from "./port.ts";

const { getOwnPropertyDescriptor } = Reflect;

/** An own field of a descriptor that somebody else made. */
export function own(descriptor: PropertyDescriptor, field: "value" | "get" | "set"): unknown {
  const found = getOwnPropertyDescriptor(descriptor, field);
  return found === undefined ? undefined : found.value;
}
function flag(descriptor: PropertyDescriptor, field: string, present: number, on: number): number {
  const found = getOwnPropertyDescriptor(descriptor, field);
  if (found === undefined) return 0;
  return found.value ? present | on : present;
}
export function flagsOf(descriptor: PropertyDescriptor): number {
  return flag(descriptor, "value", HAS_VALUE, 0) | flag(descriptor, "writable", HAS_WRITABLE, WRITABLE) |
    flag(descriptor, "enumerable", HAS_ENUMERABLE, ENUMERABLE) | flag(descriptor, "configurable", HAS_CONFIGURABLE, CONFIGURABLE) |
    flag(descriptor, "get", HAS_GET, 0) | flag(descriptor, "set", HAS_SET, 0);
}

/** The descriptor of a property that exists. */
export function makeDescriptor(flags: number, value: unknown, getter: unknown, setter: unknown): PropertyDescriptor {
  const made = { __proto__: null, enumerable: (flags & ENUMERABLE) !== 0, configurable: (flags & CONFIGURABLE) !== 0 } as PropertyDescriptor;
  if ((flags & (HAS_GET | HAS_SET)) !== 0) {
    made.get = getter as () => unknown;
    made.set = setter as (value: unknown) => void;
  } else {
    made.value = value;
    made.writable = (flags & WRITABLE) !== 0;
  }
  return made;
}
/** What a definition asks for, which may leave out fields. */
export function makeDefinition(flags: number, value: unknown, getter: unknown, setter: unknown): PropertyDescriptor {
  const made = { __proto__: null } as PropertyDescriptor;
  if ((flags & HAS_VALUE) !== 0) made.value = value;
  if ((flags & HAS_WRITABLE) !== 0) made.writable = (flags & WRITABLE) !== 0;
  if ((flags & HAS_ENUMERABLE) !== 0) made.enumerable = (flags & ENUMERABLE) !== 0;
  if ((flags & HAS_CONFIGURABLE) !== 0) made.configurable = (flags & CONFIGURABLE) !== 0;
  if ((flags & HAS_GET) !== 0) made.get = getter as () => unknown;
  if ((flags & HAS_SET) !== 0) made.set = setter as (value: unknown) => void;
  return made;
}
