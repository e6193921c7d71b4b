const DAY = 1440;
const OPENS = 480;
const CLOSES = 1020;

export function due(start, minutes) {
  let time = start;
  let left = minutes;
  for (;;) {
    const day = Math.floor(time / DAY);
    const minute = time % DAY;
    if (day % 7 < 5 && minute < CLOSES) {
      if (left <= CLOSES - minute) return time + left;
      left -= CLOSES - minute;
    }
    time = (day + 1) * DAY + OPENS;
  }
}
