import { randomFillSync } from "node:crypto";

const SUPPLY_BYTES = 4_096;
const supply = Buffer.alloc(SUPPLY_BYTES);
let used = SUPPLY_BYTES;

/**
 * So many bytes from the system's secure source, at most 4,096. They are taken from a supply, because asking for 16 costs
 * as much as asking for thousands; what was given out is wiped from it.
 */
export function drawRandom(bytes: number): Buffer {
  if (used + bytes > SUPPLY_BYTES) {
    randomFillSync(supply);
    used = 0;
  }
  const drawn = Buffer.from(supply.subarray(used, used + bytes));
  supply.fill(0, used, used + bytes);
  used += bytes;
  return drawn;
}
