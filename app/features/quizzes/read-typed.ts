/** What learners type, as what they meant. Pure. */

/**
 * Every number that the text can mean: `3,14` and `3.14` are one, `1,234` is both 1.234 and 1234, because a comma means
 * one thing in one country and another elsewhere. Spaces and apostrophes may part thousands, and the question's unit may
 * follow. Empty when it is no number.
 */
export function readNumbers(text: string, unit: string | null): number[] {
  let rest = text.normalize("NFKC").replace(/[\u2212\u2013]/g, "-").replace(/[’‘]/g, "'").replace(/\s+/g, " ").trim();
  const suffix = unit?.normalize("NFKC").toLowerCase() ?? "";
  if (suffix !== "" && rest.toLowerCase().endsWith(suffix)) rest = rest.slice(0, rest.length - suffix.length).trim();
  const [, sign = "", digits = "", exponent = ""] = /^([+-]?) ?([\d.,' ]+?)(?:e([+-]?\d{1,3}))?$/i.exec(rest) ?? [];
  if (!/\d/.test(digits)) return [];
  const scale = (exponent === "" ? "" : `e${exponent}`);
  return readDigits(digits).map((plain) => Number(`${sign}${plain}${scale}`)).filter(Number.isFinite);
}

/** Digits with separators as plain decimals, in every way they can be read. */
function readDigits(digits: string): string[] {
  if (/^\d+$/.test(digits)) return [digits];
  const readings = new Set<string>();
  for (const decimal of [".", ","]) {
    const parts = digits.split(decimal);
    const [whole = "", fraction] = parts;
    if (parts.length > 2 || (fraction !== undefined && !/^\d*$/.test(fraction))) continue;
    const grouped = /^\d{0,3}$/.test(whole) || /^\d+$/.test(whole) ? whole : readGroups(whole, decimal === "." ? "," : ".");
    if (grouped === null || (grouped === "" && !fraction)) continue;
    readings.add(`${grouped || "0"}.${fraction || "0"}`);
  }
  return [...readings];
}

/** `1,234,567` as `1234567`: one kind of mark, groups of three. Null when it is written otherwise. */
function readGroups(whole: string, mark: string): string | null {
  const used = new Set(whole.replace(/\d/g, ""));
  const [only] = used;
  if (used.size !== 1 || only === undefined || ![mark, "'", " "].includes(only)) return null;
  const [first = "", ...groups] = whole.split(only);
  return /^\d{1,3}$/.test(first) && groups.every((group) => /^\d{3}$/.test(group)) ? first + groups.join("") : null;
}

/**
 * What counts of a typed text. Spaces at its ends and their number do not, nor the quotes and dashes that phones put in
 * place of the typed ones; capital letters count only when `isCaseExact`.
 */
export function foldTyped(text: string, isCaseExact: boolean): string {
  const folded = text.normalize("NFKC").replace(/[\u2018\u2019]/g, "'").replace(/[\u201C\u201D\u201E]/g, '"').replace(/\u2014/g, "--").replace(/\u2013/g, "-").replace(/\s+/g, " ").trim();
  return isCaseExact ? folded : folded.toLowerCase();
}
