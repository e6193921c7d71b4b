import fc from "fast-check";
import { Temporal } from "temporal-polyfill";
import { describe, expect, it } from "vitest";
import { dayAt, isTimeZone, momentAt, parseDay } from "../../../app/features/plans/local-day.ts";
import { planStudy, roomOn, type StudyTime } from "../../../app/features/plans/planner.ts";

/** Clocks that change by an hour or by half of one, north and south of the equator, at midnight, and never. */
const ZONES = ["Europe/Madrid", "America/New_York", "America/Santiago", "Australia/Lord_Howe", "Asia/Beirut", "Pacific/Chatham", "Africa/Casablanca", "America/Lima", "Asia/Kolkata", "UTC"] as const;
const anyZone = fc.constantFrom(...ZONES);
const anyDay = fc.integer({ min: 0, max: 9_000 }).map((days) => Temporal.PlainDate.from("2015-01-01").add({ days }));
const anyMinute = fc.integer({ min: 0, max: 24 * 60 - 1 });
const anyMoment = fc.integer({ min: Date.parse("2015-01-01"), max: Date.parse("2040-01-01") }).map((ms) => new Date(ms));

const readClock = (moment: Date, zone: string) => Temporal.Instant.fromEpochMilliseconds(moment.getTime()).toZonedDateTimeISO(zone).toPlainDateTime();

describe("days and moments by a person's own clock", () => {
  it("go there and back: the clock shows the day and the minute, unless a change of clocks leaves it out", () => {
    fc.assert(
      fc.property(anyZone, anyDay, anyMinute, (zone, day, minute) => {
        const wanted = day.toPlainDateTime(Temporal.PlainTime.from({ hour: Math.floor(minute / 60), minute: minute % 60 }));
        const shown = readClock(momentAt(day, minute, zone), zone);
        expect(dayAt(momentAt(day, minute, zone), zone).equals(day)).toBe(true);
        if (shown.equals(wanted)) return;
        expect(() => wanted.toZonedDateTime(zone, { disambiguation: "reject" })).toThrow(RangeError);
        expect(Temporal.PlainDateTime.compare(shown, wanted)).toBe(1);
      }),
      { numRuns: 400 },
    );
  });

  it("are right on the days of the change itself", () => {
    const spring = Temporal.PlainDate.from("2026-03-29");
    expect(momentAt(spring, 19 * 60 + 30, "Europe/Madrid").toISOString()).toBe("2026-03-29T17:30:00.000Z");
    expect(momentAt(spring.subtract({ days: 1 }), 19 * 60 + 30, "Europe/Madrid").toISOString()).toBe("2026-03-28T18:30:00.000Z");
    // Half past two is not there on that night, and there twice in October: the first counts.
    expect(momentAt(spring, 150, "Europe/Madrid").toISOString()).toBe("2026-03-29T01:30:00.000Z");
    expect(momentAt(Temporal.PlainDate.from("2026-10-25"), 150, "Europe/Madrid").toISOString()).toBe("2026-10-25T00:30:00.000Z");
    expect(dayAt(new Date("2026-03-29T22:30:00Z"), "Europe/Madrid").toString()).toBe("2026-03-30");
    expect(dayAt(new Date("2026-03-29T22:30:00Z"), "America/Lima").toString()).toBe("2026-03-29");
  });

  it("a plan that begins on a person's day stays on study days by that person's clock, each a day after the last, whatever the clocks do", () => {
    const anyTime: fc.Arbitrary<StudyTime> = fc.record({
      weekdayMinutes: fc.array(fc.constantFrom(0, 45, 90), { minLength: 7, maxLength: 7 }),
      daysOff: fc.array(fc.tuple(anyDay, fc.nat({ max: 20 })).map(([first, length]) => ({ first, last: first.add({ days: length }) })), { maxLength: 4 }),
      minutesDoneToday: fc.constant(0),
    });
    fc.assert(
      fc.property(anyZone, anyMoment, anyTime, anyMinute, fc.array(fc.integer({ min: 1, max: 200 }), { minLength: 1, maxLength: 15 }), (zone, now, time, minute, lengths) => {
        const from = dayAt(now, zone);
        const { days, unplacedMinutes } = planStudy(lengths.map((minutes, index) => ({ id: `i${index}`, minutes, after: [], notBefore: null })), time, from);
        expect(days.reduce((sum, { minutes }) => sum + minutes, unplacedMinutes)).toBe(lengths.reduce((sum, minutes) => sum + minutes, 0));
        const moments = days.map(({ day }) => momentAt(day, minute, zone));
        days.forEach(({ day, minutes }, index) => {
          const shown = dayAt(moments[index] ?? now, zone);
          expect(shown.equals(day)).toBe(true);
          expect(minutes).toBeLessThanOrEqual(roomOn(shown, time));
          // A day by the clock is 23 to 25 hours long.
          const [earlier, here] = [moments[index - 1], moments[index]];
          if (earlier && here) expect(here.getTime() - earlier.getTime()).toBeGreaterThanOrEqual(22.5 * 3_600_000);
        });
      }),
    );
  });

  it("take no zone and no day that is none", () => {
    for (const zone of ZONES) expect(isTimeZone(zone)).toBe(true);
    for (const name of ["+02:00", "Middle/Earth", "", "Europe/Madrid; drop"]) expect(isTimeZone(name)).toBe(false);
    expect(parseDay("2026-02-29")).toBeNull();
    expect(parseDay("2028-02-29")?.toString()).toBe("2028-02-29");
  });
});
