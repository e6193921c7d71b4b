function toNumber(address) {
  return address.split(".").reduce((sum, part) => sum * 256 + Number(part), 0);
}

function toRange(text) {
  if (text === "any") return [0, 2 ** 32 - 1];
  const [address, prefix = "32"] = text.split("/");
  const size = 2 ** (32 - Number(prefix));
  const first = Math.floor(toNumber(address) / size) * size;
  return [first, first + size - 1];
}

/** Whether the network, or "any", holds an address or another whole network. */
export function contains(network, inner) {
  const [first, last] = toRange(network);
  const [innerFirst, innerLast] = toRange(inner);
  return first <= innerFirst && innerLast <= last;
}
