import { describe, expect, it } from "vitest";
import { nextTickets, overview } from "./queue.js";

const tickets = [
  { id: 1, title: "New chair", priority: "low", waitingHours: 30, status: "open" },
  { id: 2, title: "Till is down", priority: "high", waitingHours: 1, status: "open" },
  { id: 3, title: "Password", priority: "normal", waitingHours: 2, status: "closed" },
  { id: 4, title: "Printer jams", priority: "normal", waitingHours: 5, status: "open" },
];

describe("the queue", () => {
  it("gives the next two tickets", () => {
    expect(nextTickets(tickets, 2).map((ticket) => ticket.id)).toEqual([2, 4]);
  });

  it("counts open and urgent tickets", () => {
    expect(overview(tickets)).toBe("3 open, 2 urgent");
  });
});
