/** Names with an order number: `05-linux-command-line` is the fifth, and its id is `linux-command-line`. Pure. */
import { ID_PATTERN } from "./schema.ts";

export interface OrderedName {
  order: number;
  id: string;
}

const ORDERED = /^(\d{1,4})-(.+)$/;

/** Null when the name has no order number. The id may still be a bad one: see `isId`. */
export function parseOrderedName(name: string): OrderedName | null {
  const match = ORDERED.exec(name);
  return match ? { order: Number(match[1]), id: match[2] ?? "" } : null;
}

export function isId(text: string): boolean {
  return text.length <= 80 && ID_PATTERN.test(text);
}

/** The order of a module's or course's entries: by number, then by name. */
export function compareOrderedNames(a: OrderedName, b: OrderedName): number {
  return a.order - b.order || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);
}
