import { describe, expect, it } from "vitest";
import { busiestCity, countByCity, heaviest, weightByCity } from "./report.js";
import { shipments } from "./shipments.js";

describe("today's list", () => {
  it("is counted by city", () => {
    expect(countByCity(shipments)).toEqual({ Leeds: 2, York: 3, Hull: 2, Bradford: 1 });
  });

  it("is weighed by city", () => {
    expect(weightByCity(shipments)).toEqual({ Leeds: 20.5, York: 37.5, Hull: 2, Bradford: 3 });
  });

  it("has its heaviest shipment found, the first of equals", () => {
    expect(heaviest(shipments).id).toBe("S-3105");
  });

  it("has its busiest city found", () => {
    expect(busiestCity(shipments)).toBe("York");
  });
});

describe("an empty list", () => {
  it("has no cities and no heaviest shipment", () => {
    expect(countByCity([])).toEqual({});
    expect(heaviest([])).toBeNull();
  });
});
