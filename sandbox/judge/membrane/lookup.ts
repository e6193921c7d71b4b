/** How a property of an object of this realm is found for the other: past everything that untrusted code patched (invariant 3). */
import { linkIndex, names, pristine } from "./books.ts";
import { own } from "./descriptors.ts";
import type { AnyFunction, Key } from "./port.ts";

const { apply, get: reflectGet, getOwnPropertyDescriptor, getPrototypeOf } = Reflect;

export const CONTINUE = -1;

/** Set by `lookup` as its last act: the linked prototype in which the search ended, if it did. */
export let linkedHit = CONTINUE;
function found(value: unknown): unknown {
  // Untrusted code may have run since the search began, and may have searched itself.
  linkedHit = CONTINUE;
  return value;
}
export function lookup(target: object, key: Key, receiver: unknown): unknown {
  let at: object | null = target;
  if (!names.has(key)) {
    const value = reflectGet(target, key, receiver);
    if (value !== undefined) return found(value);
    // Not here: what the asking realm has added to its own built-in prototypes counts there.
    while (at !== null && linkIndex.get(at) === undefined) at = getPrototypeOf(at);
    linkedHit = at === null ? CONTINUE : (linkIndex.get(at) as number);
    return undefined;
  }
  while (at !== null) {
    const index = linkIndex.get(at);
    const table = index === undefined ? undefined : pristine[index];
    if (index !== undefined && (table === undefined || key === "constructor")) {
      linkedHit = index;
      return undefined;
    }
    const descriptor = table === undefined ? getOwnPropertyDescriptor(at, key) : table.get(key);
    if (descriptor !== undefined) {
      const value = getOwnPropertyDescriptor(descriptor, "value");
      if (value !== undefined) return found(value.value);
      const getter = own(descriptor, "get");
      return found(getter === undefined ? undefined : apply(getter as AnyFunction, receiver, []));
    }
    at = getPrototypeOf(at);
  }
  return found(undefined);
}
