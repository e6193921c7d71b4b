import type { Rendition } from "../../catalog/catalog.ts";

/** The form in which somebody reads a lesson: the one they like when it is there, else the author's first. Pure. */
export function chooseRendition(renditions: readonly Rendition[], liked: Rendition["form"] | null): Rendition | null {
  return renditions.find(({ form }) => form === liked) ?? renditions[0] ?? null;
}
