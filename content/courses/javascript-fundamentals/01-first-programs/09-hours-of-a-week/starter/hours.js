/** The sum of all hours. */
export function totalHours(hours) {
  let total = 0;
  return total;
}

/** Hours per shift on average; 0 if there was no shift. */
export function averageHours(hours) {
  return undefined;
}

/** The longest shift; 0 if there was none. */
export function longestShift(hours) {
  return undefined;
}

/** How many shifts are longer than the limit. */
export function countOver(hours, limit) {
  return undefined;
}

/** For each shift, how many hours there were up to its end. */
export function runningTotals(hours) {
  return undefined;
}
