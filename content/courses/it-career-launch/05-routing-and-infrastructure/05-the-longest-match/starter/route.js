import { toNumber } from "./addresses.js";

export function nextHop(table, address) {
  return null;
}
