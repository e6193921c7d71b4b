import { createHash } from "node:crypto";

/** SHA-256 in hex (64 characters). */
export function hashContent(content: string | Uint8Array): string {
  return createHash("sha256").update(content).digest("hex");
}

/** One hash of named parts. Independent of their order, and no two different sets of parts share their input. */
export function hashParts(parts: Readonly<Record<string, string>>): string {
  const sorted = Object.entries(parts).sort(([a], [b]) => (a < b ? -1 : 1));
  return hashContent(JSON.stringify(sorted));
}
