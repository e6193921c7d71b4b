import { describe, expect, it } from "vitest";
import { events } from "./events.js";
import { handoverReport, minutesByArea, minutesLost, openIssues } from "./handover.js";

const event = (time, area, kind, minutes, solved = true) => ({ time, area, kind, minutes, text: `${kind} at ${time}`, solved });

const night = [
  event("23:50", "Ward 3", "delay", 40, false),
  event("22:05", "Kitchen", "delay", 80),
  event("22:30", "Ward 3", "damage", 40, false),
  event("22:10", "Laundry", "note", 0, false),
  event("22:00", "Store", "delay", 15),
  event("22:20", "Kitchen", "damage", 0, false),
];

describe("an empty shift", () => {
  it("has lost nothing", () => {
    expect(minutesLost([])).toBe(0);
    expect(openIssues([])).toEqual([]);
    expect(minutesByArea([])).toEqual({});
  });
});

describe("a night shift", () => {
  it("has its open issues in the order of time", () => {
    expect(openIssues(night).map(({ time }) => time)).toEqual(["22:20", "22:30", "23:50"]);
  });

  it("keeps open issues of the same time in the order in which they were written down", () => {
    const same = ["Gate", "Office", "Dock 2"].map((area) => event("06:40", area, "delay", 5, false));
    expect(openIssues([...same, event("06:39", "Hall A", "damage", 0, false)]).map(({ area }) => area)).toEqual([
      "Hall A",
      "Gate",
      "Office",
      "Dock 2",
    ]);
  });

  it("counts an area that lost a single minute", () => {
    expect(minutesByArea([event("06:40", "Gate", "delay", 1), event("06:50", "Office", "delay", 0)])).toEqual({ Gate: 1 });
  });

  it("adds up the minutes of each area", () => {
    expect(minutesByArea(night)).toEqual({ "Ward 3": 80, Kitchen: 80, Store: 15 });
    expect(minutesLost(night)).toBe(175);
  });

  it("keeps areas with the same time in the order in which they turn up", () => {
    const lines = handoverReport(night).split("\n");
    expect(lines.slice(lines.indexOf("Time lost by area"))).toEqual([
      "Time lost by area",
      "- Ward 3: 80 min",
      "- Kitchen: 80 min",
      "- Store: 15 min",
    ]);
  });

  it("shows the open issues with time, area and text", () => {
    expect(handoverReport(night)).toContain(
      "Open issues\n- 22:20 Kitchen: damage at 22:20\n- 22:30 Ward 3: damage at 22:30\n- 23:50 Ward 3: delay at 23:50\n\n",
    );
  });
});

describe("the time lost", () => {
  it.each([
    [59, "59 min"],
    [60, "1 h 0 min"],
    [61, "1 h 1 min"],
    [120, "2 h 0 min"],
    [605, "10 h 5 min"],
  ])("shows %d minutes as %s", (minutes, expected) => {
    expect(handoverReport([event("06:00", "Gate", "delay", minutes)]).split("\n")[2]).toBe(`Time lost: ${expected}`);
  });
});

describe("the list of events", () => {
  it("is the same after the report, in the same order", () => {
    const before = events.map((each) => ({ ...each }));
    handoverReport(events);
    openIssues(events);
    minutesByArea(events);
    minutesLost(events);
    expect(events).toEqual(before);
  });
});
