/** Both names, tidied up, with one space between them. */
export function fullName(first, last) {
  return "";
}

/** The first letter of each name, as capital letters. */
export function initials(first, last) {
  return "";
}

/** The text of a label: initials, name, city and weight. */
export function labelFor(first, last, city, weightKg) {
  return "";
}
