import fc from "fast-check";
import { Temporal } from "temporal-polyfill";
import { describe, expect, it } from "vitest";
import { forecastFinish, type ForecastGiven } from "../../../app/features/pace/forecast.ts";
import { estimatePace, FEWEST_OTHERS, measureOthers, quantile, type MeasuredActivity } from "../../../app/features/pace/pace.ts";

const REST = [30, 30, 30, 30];
const at = (ratio: number, count: number): MeasuredActivity[] => Array.from({ length: count }, () => ({ statedMinutes: 20, measuredMinutes: 20 * ratio }));
const others = (people: number, low = 1.2, middle = 1.5, high = 1.8) => ({ low, middle, high, people });

describe("a pace", () => {
  it("is the stated minutes, with a wide range, while nothing is known", () => {
    const pace = estimatePace([], null, REST);
    expect(pace).toMatchObject({ middle: 1, ownActivities: 0, otherPeople: 0 });
    expect(pace.high / pace.low).toBeGreaterThan(3);
  });

  it("leans on the others at first, and on oneself with time", () => {
    expect(estimatePace([], others(20), REST).middle).toBeCloseTo(1.5, 5);
    const few = estimatePace(at(3, 2), others(20), REST).middle;
    const many = estimatePace(at(3, 60), others(20), REST).middle;
    expect(few).toBeGreaterThan(1.5);
    expect(few).toBeLessThan(2.2);
    expect(many).toBeGreaterThan(2.6);
  });

  it("narrows with what is measured", () => {
    const widthOf = (count: number) => {
      const { low, high } = estimatePace(at(1, count), null, REST);
      return high / low;
    };
    expect(widthOf(3)).toBeLessThan(widthOf(0));
    expect(widthOf(30)).toBeLessThan(widthOf(3));
  });

  it("does not count others who are too few", () => {
    expect(estimatePace([], others(FEWEST_OTHERS - 1), REST)).toMatchObject({ middle: 1, otherPeople: 0 });
  });

  it("is not decided by a forgotten tab, nor by a page opened for a moment", () => {
    expect(estimatePace([{ statedMinutes: 10, measuredMinutes: 6_000 }], null, REST).middle).toBeLessThan(5);
    expect(estimatePace([{ statedMinutes: 10, measuredMinutes: 0.1 }], null, REST)).toMatchObject({ middle: 1, ownActivities: 0 });
  });

  it("never turns low and high round", () => {
    const measured = fc.record({ statedMinutes: fc.integer({ min: 1, max: 300 }), measuredMinutes: fc.double({ min: 0, max: 5_000, noNaN: true }) });
    fc.assert(fc.property(fc.array(measured, { maxLength: 40 }), fc.array(fc.integer({ min: 1, max: 300 }), { maxLength: 20 }), (own, rest) => {
      const { low, middle, high } = estimatePace(own, null, rest);
      expect(low).toBeLessThan(middle);
      expect(middle).toBeLessThan(high);
      expect(Number.isFinite(high)).toBe(true);
    }));
  });
});

describe("the others", () => {
  it("are quartiles of people, each counted once", () => {
    const people = new Map([1, 1.5, 2, 2.5, 3].map((ratio, index) => [`p${index}`, at(ratio, index === 0 ? 50 : 3)]));
    expect(measureOthers(people)).toMatchObject({ low: expect.closeTo(1.5, 6), middle: expect.closeTo(2, 6), high: expect.closeTo(2.5, 6), people: 5 });
  });

  it("say nothing while they are few, or have finished little", () => {
    expect(measureOthers(new Map([1, 2, 3, 4].map((ratio) => [`p${ratio}`, at(ratio, 5)])))).toBeNull();
    expect(measureOthers(new Map([1, 2, 3, 4, 5].map((ratio) => [`p${ratio}`, at(ratio, 2)])))).toBeNull();
  });

  it("are interpolated", () => {
    expect(quantile([1, 2, 3, 4], 0.5)).toBe(2.5);
    expect(quantile([7], 0.75)).toBe(7);
  });
});

const TODAY = Temporal.PlainDate.from("2026-03-02");
const given = (changes: Partial<ForecastGiven> = {}): ForecastGiven => ({
  items: REST.map((minutes, index) => ({ id: `i${index}`, minutes, after: [], notBefore: null })),
  pace: estimatePace(at(1, 10), null, REST),
  planned: { weekdayMinutes: [30, 0, 0, 0, 0, 0, 0], daysOff: [], minutesDoneToday: 0 },
  weekMinutes: [],
  today: TODAY,
  ...changes,
});
const range = (changes: Partial<ForecastGiven> = {}) => {
  const forecast = forecastFinish(given(changes));
  if (forecast.kind !== "range") throw new Error(`no range but ${forecast.kind}`);
  return forecast;
};

describe("a forecast", () => {
  it("is a range of days around what the plan says", () => {
    const { earliest, latest, weeksFrom, isRough } = range();
    expect(Temporal.PlainDate.compare(earliest, latest)).toBeLessThan(0);
    expect(Temporal.PlainDate.compare(earliest, "2026-03-23")).toBeLessThanOrEqual(0);
    expect(Temporal.PlainDate.compare(latest, "2026-03-23")).toBeGreaterThanOrEqual(0);
    expect({ weeksFrom, isRough }).toEqual({ weeksFrom: "plan", isRough: false });
  });

  it("moves its latest day away when less of the plan was done than planned, and leaves the earliest", () => {
    const asPlanned = range();
    const halfDone = range({ weekMinutes: [15, 15, 15] });
    expect(halfDone.earliest.toString()).toBe(asPlanned.earliest.toString());
    expect(Temporal.PlainDate.compare(halfDone.latest, asPlanned.latest)).toBeGreaterThan(0);
  });

  it("says that it is rough while nothing was measured", () => {
    expect(range({ pace: estimatePace([], null, REST) }).isRough).toBe(true);
  });

  it("without a plan goes by the last weeks, and says when they are too few", () => {
    expect(range({ planned: null, weekMinutes: [60, 30, 90] }).weeksFrom).toBe("measured");
    expect(forecastFinish(given({ planned: null, weekMinutes: [60] }))).toEqual({ kind: "unknown", reason: "no-weeks-yet" });
    expect(forecastFinish(given({ planned: null, weekMinutes: [0, 0, 0] }))).toEqual({ kind: "unknown", reason: "no-weeks-yet" });
  });

  it("ends when nothing is left, and names no date that is no date", () => {
    expect(forecastFinish(given({ items: [] }))).toEqual({ kind: "done" });
    expect(forecastFinish(given({ items: [{ id: "a", minutes: 6_000_000, after: [], notBefore: null }] }))).toEqual({ kind: "unknown", reason: "no-end-in-sight" });
  });

  it("is never a single promised day while much is left, and never turned round", () => {
    fc.assert(fc.property(fc.array(fc.integer({ min: 1, max: 200 }), { minLength: 4, maxLength: 30 }), fc.array(fc.integer({ min: 0, max: 400 }), { maxLength: 8 }), (minutes, weekMinutes) => {
      const items = minutes.map((one, index) => ({ id: `i${index}`, minutes: one, after: [], notBefore: null }));
      const { earliest, latest } = range({ items, weekMinutes, pace: estimatePace([], null, minutes), planned: { weekdayMinutes: Array.from({ length: 7 }, () => 300), daysOff: [], minutesDoneToday: 0 } });
      expect(Temporal.PlainDate.compare(earliest, latest)).toBeLessThanOrEqual(0);
    }));
  });
});
