/** "10.9.0.70" as one number, 0 to 4294967295. */
export function toNumber(address) {
  return address.split(".").reduce((sum, part) => sum * 256 + Number(part), 0);
}
