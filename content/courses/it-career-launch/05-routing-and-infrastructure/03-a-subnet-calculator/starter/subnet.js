export function describeSubnet(text) {
  return null;
}
