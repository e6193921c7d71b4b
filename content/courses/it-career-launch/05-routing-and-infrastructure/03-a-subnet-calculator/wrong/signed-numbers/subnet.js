export function describeSubnet(text) {
  const found = /^(0|[1-9]\d{0,2})\.(0|[1-9]\d{0,2})\.(0|[1-9]\d{0,2})\.(0|[1-9]\d{0,2})\/(0|[1-9]\d?)$/.exec(text);
  if (found === null) return null;
  const [a, b, c, d, prefix] = found.slice(1).map(Number);
  if (Math.max(a, b, c, d) > 255 || prefix > 32) return null;
  const value = (a << 24) | (b << 16) | (c << 8) | d;
  const mask = prefix === 0 ? 0 : -1 << (32 - prefix);
  const first = value & mask;
  const last = first | ~mask;
  const show = (n) => `${Math.floor(n / 2 ** 24)}.${(n >> 16) & 255}.${(n >> 8) & 255}.${n & 255}`;
  const size = 2 ** (32 - prefix);
  return { network: show(first), broadcast: show(last), hosts: size > 2 ? size - 2 : size };
}
