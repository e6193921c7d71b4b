import { contains } from "./addresses.js";

export function decide(rules, packet) {
  return { action: "deny", rule: null };
}

export function findShadowed(rules) {
  return [];
}
