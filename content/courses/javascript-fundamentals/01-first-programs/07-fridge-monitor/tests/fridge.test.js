import { describe, expect, it } from "vitest";
import { checkReading, displayReading, needsAlarm } from "./fridge.js";

describe("checkReading", () => {
  it.each([
    [1.9, "too cold"],
    [2, "ok"],
    [5, "ok"],
    [8, "ok"],
    [8.1, "too warm"],
  ])("calls %d degrees: %s", (celsius, expected) => {
    expect(checkReading(celsius)).toBe(expected);
  });
});

describe("needsAlarm", () => {
  it("is silent when all is well", () => {
    expect(needsAlarm(5, false)).toBe(false);
  });

  it("sounds for warm air only when the door is closed", () => {
    expect(needsAlarm(9, false)).toBe(true);
    expect(needsAlarm(9, true)).toBe(false);
  });
});

describe("displayReading", () => {
  it("shows one digit after the point", () => {
    expect(displayReading(4.26)).toBe("4.3 °C");
    expect(displayReading(7)).toBe("7.0 °C");
  });
});
