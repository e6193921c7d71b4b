import { describe, expect, it } from "vitest";
import { busiestCity, countByCity, heaviest, weightByCity } from "./report.js";
import { shipments } from "./shipments.js";

const tomorrow = [
  { id: "S-1", city: "Cardiff", weightKg: 4, fragile: false },
  { id: "S-2", city: "Derry", weightKg: 9, fragile: true },
  { id: "S-3", city: "Derry", weightKg: 1.5, fragile: false },
  { id: "S-4", city: "Cardiff", weightKg: 9, fragile: false },
];

describe("tomorrow's list", () => {
  it("is counted and weighed, not today's", () => {
    expect(countByCity(tomorrow)).toEqual({ Cardiff: 2, Derry: 2 });
    expect(weightByCity(tomorrow)).toEqual({ Cardiff: 13, Derry: 10.5 });
  });

  it("gives the first of two equally heavy shipments, whole", () => {
    expect(heaviest(tomorrow)).toEqual({ id: "S-2", city: "Derry", weightKg: 9, fragile: true });
  });

  it("gives the first of two equally busy cities", () => {
    expect(busiestCity(tomorrow)).toBe("Cardiff");
  });
});

describe("small lists", () => {
  it("of one shipment have that one as the heaviest, in the busiest city", () => {
    const only = [{ id: "S-9", city: "Perth", weightKg: 0, fragile: false }];
    expect(heaviest(only)).toEqual(only[0]);
    expect(busiestCity(only)).toBe("Perth");
    expect(weightByCity(only)).toEqual({ Perth: 0 });
  });

  it("without shipments have no weights and no busiest city", () => {
    expect(weightByCity([])).toEqual({});
    expect(busiestCity([])).toBeNull();
  });
});

describe("a list that others still need", () => {
  it("is the same after every function has run", () => {
    const before = shipments.map((shipment) => ({ ...shipment }));
    countByCity(shipments);
    weightByCity(shipments);
    heaviest(shipments);
    busiestCity(shipments);
    expect(shipments).toEqual(before);
  });

  it("gives the same answers when asked twice", () => {
    expect(countByCity(tomorrow)).toEqual(countByCity(tomorrow));
    expect(weightByCity(tomorrow)).toEqual({ Cardiff: 13, Derry: 10.5 });
  });
});
