import { shipments as today } from "./shipments.js";

/** For each city, how many shipments go there. */
export function countByCity(shipments) {
  const counts = {};
  for (const { city } of shipments) {
    counts[city] = (counts[city] ?? 0) + 1;
  }
  return counts;
}

/** For each city, the sum of the weights in kg. */
export function weightByCity(shipments) {
  const weights = {};
  for (const { city, weightKg } of shipments) {
    weights[city] = (weights[city] ?? 0) + weightKg;
  }
  return weights;
}

/** The heaviest shipment, the first of equals; null for an empty list. */
export function heaviest(shipments) {
  let best = null;
  for (const shipment of shipments) {
    if (best === null || shipment.weightKg >= best.weightKg) best = shipment;
  }
  return best;
}

/** The city with the most shipments, the first of equals; null for an empty list. */
export function busiestCity(shipments) {
  let busiest = null;
  let most = 0;
  for (const [city, count] of Object.entries(countByCity(shipments))) {
    if (count >= most) {
      busiest = city;
      most = count;
    }
  }
  return busiest;
}

console.log(countByCity(today));
