export function fullName(first, last) {
  console.log(`${first.trim()} ${last.trim()}`);
}

export function initials(first, last) {
  console.log(`${first.trim()[0]}${last.trim()[0]}`.toUpperCase());
}

export function labelFor(first, last, city, weightKg) {
  console.log(`${initials(first, last)} | ${fullName(first, last)} | ${city.trim().toUpperCase()} | ${weightKg.toFixed(1)} kg`);
}
