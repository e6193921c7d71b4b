import { describe, expect, it } from "vitest";
import { nextTickets, overview } from "./queue.js";
import { compareTickets, isUrgent } from "./rules.js";

const make = (id, priority, waitingHours, status = "open") => ({ id, title: `Ticket ${id}`, priority, waitingHours, status });
const ids = (tickets) => tickets.map((ticket) => ticket.id);

describe("isUrgent", () => {
  it("begins at exactly 24 hours", () => {
    expect(isUrgent(make(1, "low", 24))).toBe(true);
    expect(isUrgent(make(1, "low", 23.9))).toBe(false);
  });

  it("is never true for a closed ticket", () => {
    expect(isUrgent(make(1, "high", 1, "closed"))).toBe(false);
    expect(isUrgent(make(1, "normal", 48, "closed"))).toBe(false);
  });
});

describe("compareTickets", () => {
  it("gives 0 for tickets of the same rank", () => {
    expect(compareTickets(make(1, "low", 3), make(2, "low", 3))).toBe(0);
  });

  it("puts normal before low, however long the other has waited", () => {
    expect(compareTickets(make(1, "normal", 1), make(2, "low", 100))).toBeLessThan(0);
    expect(compareTickets(make(2, "low", 100), make(1, "normal", 1))).toBeGreaterThan(0);
  });
});

describe("nextTickets", () => {
  const mixed = [
    make(1, "low", 9),
    make(2, "normal", 2),
    make(3, "high", 100, "closed"),
    make(4, "normal", 10),
    make(5, "high", 1),
    make(6, "normal", 10),
    make(7, "low", 11),
  ];

  it("sorts by priority, then by waiting time, and keeps the order of equals", () => {
    expect(ids(nextTickets(mixed, 10))).toEqual([5, 4, 6, 2, 7, 1]);
  });

  it("sorts before it cuts", () => {
    expect(ids(nextTickets(mixed, 1))).toEqual([5]);
    expect(nextTickets(mixed, 0)).toEqual([]);
  });

  it("leaves the list as it was", () => {
    nextTickets(mixed, 3);
    overview(mixed);
    expect(ids(mixed)).toEqual([1, 2, 3, 4, 5, 6, 7]);
  });

  it("has nothing to give for an empty list", () => {
    expect(nextTickets([], 3)).toEqual([]);
    expect(overview([])).toBe("0 open, 0 urgent");
  });
});
