import { toNumber } from "./addresses.js";

export function nextHop(table, address) {
  let best = null;
  let longest = -1;
  for (const { network, via } of table) {
    const [start, prefixText] = network.split("/");
    const prefix = Number(prefixText);
    const size = 2 ** (32 - prefix);
    const fits = Math.floor(toNumber(address) / size) === Math.floor(toNumber(start) / size);
    if (fits && prefix > longest) {
      best = via;
      longest = prefix;
    }
  }
  return best;
}
