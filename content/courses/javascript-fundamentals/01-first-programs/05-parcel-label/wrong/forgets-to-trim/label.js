export function fullName(first, last) {
  return `${first} ${last}`;
}

export function initials(first, last) {
  return `${first[0]}${last[0]}`.toUpperCase();
}

export function labelFor(first, last, city, weightKg) {
  return `${initials(first, last)} | ${fullName(first, last)} | ${city.toUpperCase()} | ${weightKg.toFixed(1)} kg`;
}
