const DAY = 1440;
const OPENS = 480;
const CLOSES = 1020;

export function due(start, minutes) {
  let time = start;
  let left = minutes;
  for (;;) {
    const day = Math.floor(time / DAY);
    const minute = Math.max(OPENS, time % DAY);
    if (day % 7 < 5 && minute < CLOSES) {
      if (left < CLOSES - minute) return day * DAY + minute + left;
      left -= CLOSES - minute;
    }
    time = (day + 1) * DAY;
  }
}
