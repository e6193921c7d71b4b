const DAY = 1440;
const OPENS = 480; // 8:00
const CLOSES = 1020; // 17:00

function nextWorkingMinute(time) {
  const day = Math.floor(time / DAY);
  const minute = time % DAY;
  const isWeekend = day % 7 >= 5;
  if (isWeekend || minute >= CLOSES) return nextWorkingMinute((day + 1) * DAY);
  return minute < OPENS ? day * DAY + OPENS : time;
}

export function due(start, minutes) {
  const from = nextWorkingMinute(start);
  const left = CLOSES - (from % DAY);
  return minutes <= left ? from + minutes : due(from + left, minutes - left);
}
