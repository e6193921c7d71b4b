import { contains } from "./addresses.js";

function fits({ from, to, ports }, packet) {
  return contains(from, packet.from) && contains(to, packet.to) && (ports === "any" || ports.includes(packet.port));
}

function coversPorts(upper, lower) {
  return upper === "any" || (lower !== "any" && lower.every((port) => upper.includes(port)));
}

function covers(upper, lower) {
  return contains(upper.from, lower.from) && contains(upper.to, lower.to);
}

export function decide(rules, packet) {
  const index = rules.findIndex((rule) => fits(rule, packet));
  return index === -1 ? { action: "deny", rule: null } : { action: rules[index].action, rule: index };
}

export function findShadowed(rules) {
  return rules.flatMap((rule, index) => (rules.slice(0, index).some((upper) => covers(upper, rule)) ? [index] : []));
}
