/** A share as per cent, never rounded up: 79.6 % is not the 80 % that were asked for. @param share 0 to 1 */
export function formatScore(share: number, locale: string): string {
  return new Intl.NumberFormat(locale, { style: "percent", maximumFractionDigits: 0 }).format(Math.floor(share * 100 + 1e-9) / 100);
}

/** Points with at most one decimal. */
export function formatReached(points: number, locale: string): string {
  return new Intl.NumberFormat(locale, { maximumFractionDigits: 1 }).format(points);
}
