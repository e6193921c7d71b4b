export function fullName(first, last) {
  return first.trim() + " " + last.trim();
}

export function initials(first, last) {
  return first.trim()[0].toUpperCase() + last.trim()[0].toUpperCase();
}

export function labelFor(first, last, city, weightKg) {
  return "${initials(first, last)} | ${fullName(first, last)} | ${city.trim().toUpperCase()} | ${weightKg.toFixed(1)} kg";
}
