import { toNumber } from "./addresses.js";

export function nextHop(table, address) {
  for (const { network, via } of table) {
    const [start, prefix] = network.split("/");
    const size = 2 ** (32 - Number(prefix));
    if (Math.floor(toNumber(address) / size) === Math.floor(toNumber(start) / size)) return via;
  }
  return null;
}
