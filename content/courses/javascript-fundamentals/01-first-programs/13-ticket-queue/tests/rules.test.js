import { describe, expect, it } from "vitest";
import { compareTickets, isUrgent } from "./rules.js";

const ticket = { id: 1, title: "Printer jams", priority: "normal", waitingHours: 5, status: "open" };

describe("isUrgent", () => {
  it("is true for high priority", () => {
    expect(isUrgent({ ...ticket, priority: "high" })).toBe(true);
  });

  it("is false for a ticket that can wait", () => {
    expect(isUrgent(ticket)).toBe(false);
  });
});

describe("compareTickets", () => {
  it("puts high before normal", () => {
    const high = { ...ticket, priority: "high" };
    expect(compareTickets(high, ticket)).toBeLessThan(0);
    expect(compareTickets(ticket, high)).toBeGreaterThan(0);
  });

  it("puts the longer wait first within a priority", () => {
    const longer = { ...ticket, waitingHours: 6 };
    expect(compareTickets(longer, ticket)).toBeLessThan(0);
  });
});
