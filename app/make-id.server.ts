import { drawRandom } from "./draw-random.server.ts";

/** A new random id: 21 characters that fit into URLs, 126 bits. */
export function makeId(): string {
  return drawRandom(16).toString("base64url").slice(0, 21);
}
