import type { Files } from "../../catalog/catalog.ts";

/** Whether two sets of files hold the same text. */
export function sameFiles(one: Files, other: Files): boolean {
  const paths = Object.keys(one);
  return paths.length === Object.keys(other).length && paths.every((path) => Object.hasOwn(other, path) && one[path] === other[path]);
}
