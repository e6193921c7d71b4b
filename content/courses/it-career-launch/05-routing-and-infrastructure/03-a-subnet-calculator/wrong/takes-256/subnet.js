const NUMBER = /^(0|[1-9]\d{0,2})$/;

function readNumbers(texts, most) {
  const numbers = texts.map((text) => (NUMBER.test(text) ? Number(text) : NaN));
  return numbers.every((number) => number <= most) ? numbers : null;
}

function formatAddress(value) {
  return [2 ** 24, 2 ** 16, 2 ** 8, 1].map((weight) => Math.floor(value / weight) % 256).join(".");
}

export function describeSubnet(text) {
  const [address, prefixText, ...more] = text.split("/");
  const parts = readNumbers(address.split("."), 256);
  const prefix = readNumbers([prefixText ?? ""], 32);
  if (parts === null || prefix === null || parts.length !== 4 || more.length > 0) return null;

  const value = parts.reduce((sum, part) => sum * 256 + part, 0);
  const size = 2 ** (32 - prefix[0]);
  const first = value - (value % size);
  return {
    network: formatAddress(first),
    broadcast: formatAddress(first + size - 1),
    hosts: size > 2 ? size - 2 : size,
  };
}
