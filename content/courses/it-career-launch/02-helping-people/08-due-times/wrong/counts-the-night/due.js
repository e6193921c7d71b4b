export function due(start, minutes) {
  return start + minutes;
}
