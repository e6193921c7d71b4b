/** Both names, tidied up, with one space between them. */
export function fullName(first, last) {
  return `${first.trim()} ${last.trim()}`;
}

/** The first letter of each name, as capital letters. */
export function initials(first, last) {
  return `${first.trim()[0]}${last.trim()[0]}`.toUpperCase();
}

/** The text of a label: initials, name, city and weight. */
export function labelFor(first, last, city, weightKg) {
  const place = city.trim().toUpperCase();
  return `${initials(first, last)} | ${fullName(first, last)} | ${place} | ${weightKg.toFixed(1)} kg`;
}
