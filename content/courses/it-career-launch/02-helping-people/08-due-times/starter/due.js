const DAY = 1440;
const OPENS = 480; // 8:00
const CLOSES = 1020; // 17:00

export function due(start, minutes) {
  return start + minutes;
}
