import { describe, expect, it } from "vitest";
import { checkReading, displayReading, needsAlarm } from "./fridge.js";

describe("a sensor that fails", () => {
  it("has no reading, and no temperature on the display", () => {
    expect(checkReading(NaN)).toBe("no reading");
    expect(displayReading(NaN)).toBe("no reading");
  });

  it("sets off the alarm whether the door is open or closed", () => {
    expect(needsAlarm(NaN, true)).toBe(true);
    expect(needsAlarm(NaN, false)).toBe(true);
  });
});

describe("a fridge that freezes", () => {
  it("is too cold at zero and below", () => {
    expect(checkReading(0)).toBe("too cold");
    expect(checkReading(-18)).toBe("too cold");
  });

  it("sets off the alarm even with the door open", () => {
    expect(needsAlarm(1.9, true)).toBe(true);
    expect(needsAlarm(1.9, false)).toBe(true);
  });

  it("never shows minus zero", () => {
    expect(displayReading(-0.04)).toBe("0.0 °C");
    expect(displayReading(-0)).toBe("0.0 °C");
  });

  it("keeps the minus of a real minus temperature", () => {
    expect(displayReading(-0.06)).toBe("-0.1 °C");
  });
});

describe("the boundaries", () => {
  it("raise no alarm, with the door open or closed", () => {
    expect([needsAlarm(2, false), needsAlarm(8, false), needsAlarm(5, true)]).toEqual([false, false, false]);
  });
});
