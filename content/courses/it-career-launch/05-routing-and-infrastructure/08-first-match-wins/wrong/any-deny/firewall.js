import { contains } from "./addresses.js";

const fits = ({ from, to, ports }, packet) => contains(from, packet.from) && contains(to, packet.to) && (ports === "any" || ports.includes(packet.port));

export function decide(rules, packet) {
  const denied = rules.findIndex((rule) => rule.action === "deny" && fits(rule, packet));
  if (denied !== -1) return { action: "deny", rule: denied };
  const allowed = rules.findIndex((rule) => fits(rule, packet));
  return allowed === -1 ? { action: "deny", rule: null } : { action: "allow", rule: allowed };
}

export function findShadowed(rules) {
  return rules.flatMap((rule, index) => (rules.slice(0, index).some((upper) =>
    contains(upper.from, rule.from) && contains(upper.to, rule.to) && (upper.ports === "any" || (rule.ports !== "any" && rule.ports.every((port) => upper.ports.includes(port))))) ? [index] : []));
}
