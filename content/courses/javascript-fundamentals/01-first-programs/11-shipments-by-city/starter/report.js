import { shipments as today } from "./shipments.js";

/** For each city, how many shipments go there. */
export function countByCity(shipments) {
  const counts = {};
  return counts;
}

/** For each city, the sum of the weights in kg. */
export function weightByCity(shipments) {
  const weights = {};
  return weights;
}

/** The heaviest shipment, the first of equals; null for an empty list. */
export function heaviest(shipments) {
  return undefined;
}

/** The city with the most shipments, the first of equals; null for an empty list. */
export function busiestCity(shipments) {
  return undefined;
}

console.log(countByCity(today));
