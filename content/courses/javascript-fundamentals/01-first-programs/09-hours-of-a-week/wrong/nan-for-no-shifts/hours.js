/** The sum of all hours. */
export function totalHours(hours) {
  let total = 0;
  for (const shift of hours) {
    total += shift;
  }
  return total;
}

/** Hours per shift on average; 0 if there was no shift. */
export function averageHours(hours) {
  return totalHours(hours) / hours.length;
}

/** The longest shift; 0 if there was none. */
export function longestShift(hours) {
  let longest = 0;
  for (const shift of hours) {
    longest = Math.max(longest, shift);
  }
  return longest;
}

/** How many shifts are longer than the limit. */
export function countOver(hours, limit) {
  let count = 0;
  for (const shift of hours) {
    if (shift > limit) count += 1;
  }
  return count;
}

/** For each shift, how many hours there were up to its end. */
export function runningTotals(hours) {
  const totals = [];
  let soFar = 0;
  for (const shift of hours) {
    soFar += shift;
    totals.push(soFar);
  }
  return totals;
}
