import { describe, expect, it } from "vitest";
import { events } from "./events.js";
import { handoverReport, minutesByArea, minutesLost, openIssues } from "./handover.js";

describe("building blocks", () => {
  it("minutesLost adds up all minutes", () => {
    expect(minutesLost(events)).toBe(75);
  });

  it("openIssues leaves out notes and what is solved, the earliest first", () => {
    expect(openIssues(events).map((event) => event.text)).toEqual(["Ramp is bent", "Printer does not answer"]);
  });

  it("minutesByArea has the areas that lost time", () => {
    expect(minutesByArea(events)).toEqual({ Gate: 25, "Dock 2": 50 });
  });
});

describe("the report", () => {
  it("reads as described", () => {
    expect(handoverReport(events)).toBe(
      [
        "SHIFT HANDOVER",
        "Events: 5",
        "Time lost: 1 h 15 min",
        "",
        "Open issues",
        "- 06:40 Dock 2: Ramp is bent",
        "- 14:05 Office: Printer does not answer",
        "",
        "Time lost by area",
        "- Dock 2: 50 min",
        "- Gate: 25 min",
      ].join("\n"),
    );
  });

  it("says none where there is nothing to say", () => {
    expect(handoverReport([])).toBe(
      ["SHIFT HANDOVER", "Events: 0", "Time lost: 0 min", "", "Open issues", "- none", "", "Time lost by area", "- none"].join("\n"),
    );
  });
});
