/** Who stands for whom: this realm's books of faces and built-ins. Patched prototypes do not reach them. */
import { collectIntrinsics } from "../intrinsics.ts";
import { privateMap } from "../slots.ts";
import type { Key } from "./port.ts";

/** Listed while they are as the engine made them. */
export const intrinsics = collectIntrinsics();
export const { linked, pristine } = intrinsics;

const { apply, defineProperty, setPrototypeOf } = Reflect;

function sealMap<K, V>(map: Map<K, V>): Map<K, V> {
  const { get, has } = map;
  defineProperty(map, "get", { __proto__: null, value: get } as PropertyDescriptor);
  defineProperty(map, "has", { __proto__: null, value: has } as PropertyDescriptor);
  setPrototypeOf(map, null);
  return map;
}
/** Every name that some built-in prototype had at the start. */
export const names = sealMap(new Map<Key, boolean>());
for (const name of intrinsics.names) apply(Map.prototype.set, names, [name, true]);
// Nobody reads it any more, and every context would have it.
intrinsics.names.clear();
for (const table of pristine) if (table !== undefined) sealMap(table);

/** The other side's object -> its face here. */
export const faces = privateMap<object, object>();
/** A face here -> the other side's object. */
export const theirs = privateMap<object, object>();
/** An intrinsic of this realm -> its number. */
export const linkIndex = privateMap<object, number>();
/** Functions of which the other side sees that they can be called, and nothing else. */
export const hidden = privateMap<object, boolean>();
for (let i = 0; i < linked.length; i += 1) {
  const target = linked[i];
  if (target !== undefined && linkIndex.get(target) === undefined) linkIndex.set(target, i);
}

export function isObject(value: unknown): value is object {
  return (typeof value === "object" && value !== null) || typeof value === "function";
}
/** The built-in of this realm with that number stands for the other realm's. */
export function linkBuiltIn(index: number, foreign: object): void {
  const mine = linked[index];
  if (mine === undefined || linkIndex.get(mine) !== index) return;
  faces.set(foreign, mine);
  theirs.set(mine, foreign);
}
