import { hash } from "node:crypto";

/** A name for a person that tells two of them apart in a browser's caches and is no id that anything else takes. */
export function buildPersonTag(userId: string): string {
  return hash("sha256", `rung:person:${userId}`, "base64url").slice(0, 22);
}
