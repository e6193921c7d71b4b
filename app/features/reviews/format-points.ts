/** Points as people write them: `4`, `2.5`. */
export function formatPoints(points: number): string {
  return String(Math.round(points * 100) / 100);
}

/** `1st`, `2nd`, `3rd`, `4th`, `11th` … */
export function formatOrdinal(number: number): string {
  const tail = number % 100 >= 11 && number % 100 <= 13 ? "th" : (["th", "st", "nd", "rd"][number % 10] ?? "th");
  return `${number}${tail}`;
}
