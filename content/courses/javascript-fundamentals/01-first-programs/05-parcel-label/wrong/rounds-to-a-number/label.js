export function fullName(first, last) {
  return `${first.trim()} ${last.trim()}`;
}

export function initials(first, last) {
  return `${first.trim()[0]}${last.trim()[0]}`.toUpperCase();
}

export function labelFor(first, last, city, weightKg) {
  const weight = Math.round(weightKg * 10) / 10;
  return `${initials(first, last)} | ${fullName(first, last)} | ${city.trim().toUpperCase()} | ${weight} kg`;
}
