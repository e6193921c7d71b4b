import fc from "fast-check";
import { Temporal } from "temporal-polyfill";
import { describe, expect, it } from "vitest";
import { orderByNeeds, planStudy, roomOn, spreadToTarget, type PlanItem, type StudyTime } from "../../../app/features/plans/planner.ts";
import { SMALLEST_PIECE_MINUTES } from "../../../app/features/plans/sitting.ts";

const day = (text: string) => Temporal.PlainDate.from(text);
const item = (id: string, minutes: number, changes: Partial<PlanItem> = {}): PlanItem => ({ id, minutes, after: [], notBefore: null, ...changes });
const time = (weekdayMinutes: readonly number[], changes: Partial<StudyTime> = {}): StudyTime => ({ weekdayMinutes, daysOff: [], minutesDoneToday: 0, ...changes });
const MONDAY = day("2026-03-02");
const EVENINGS = [60, 0, 60, 0, 0, 0, 0];

const show = (plan: ReturnType<typeof planStudy>) => plan.days.map(({ day, pieces }) => `${day} ${pieces.map(({ id, minutes }) => `${id}:${minutes}`).join(" ")}`);

describe("planStudy", () => {
  it("fills study days in the order of the course and splits what is long", () => {
    const plan = planStudy([item("a", 20), item("b", 100), item("c", 10)], time(EVENINGS), MONDAY);
    expect(show(plan)).toEqual(["2026-03-02 a:20 b:40", "2026-03-04 b:60", "2026-03-09 c:10"]);
    expect(plan.days[1]?.pieces[0]).toEqual({ id: "b", minutes: 60, part: 2, isLast: true });
    expect(plan.lastDay?.toString()).toBe("2026-03-09");
  });

  it("begins nothing for a few minutes at the end of a day, and leaves no crumb for the next", () => {
    expect(show(planStudy([item("a", 52), item("b", 30)], time(EVENINGS), MONDAY))).toEqual(["2026-03-02 a:52", "2026-03-04 b:30"]);
    expect(show(planStudy([item("a", 65)], time(EVENINGS), MONDAY))).toEqual([`2026-03-02 a:50`, "2026-03-04 a:15"]);
  });

  it("passes over days off", () => {
    const plan = planStudy([item("a", 90)], time(EVENINGS, { daysOff: [{ first: day("2026-03-03"), last: day("2026-03-08") }] }), MONDAY);
    expect(show(plan)).toEqual(["2026-03-02 a:60", "2026-03-09 a:30"]);
  });

  it("has less room today when something was done already", () => {
    expect(show(planStudy([item("a", 50)], time(EVENINGS, { minutesDoneToday: 40 }), MONDAY))).toEqual(["2026-03-02 a:20", "2026-03-04 a:30"]);
    expect(show(planStudy([item("a", 50)], time(EVENINGS, { minutesDoneToday: 400 }), MONDAY))).toEqual(["2026-03-04 a:50"]);
  });

  it("holds a later week back, and moves what an earlier one left over into it", () => {
    const week2 = day("2026-03-09");
    expect(show(planStudy([item("a", 30), item("b", 30, { notBefore: week2 })], time(EVENINGS), MONDAY))).toEqual(["2026-03-02 a:30", "2026-03-09 b:30"]);
    expect(show(planStudy([item("a", 150), item("b", 30, { notBefore: week2 })], time(EVENINGS), MONDAY))).toEqual(["2026-03-02 a:60", "2026-03-04 a:60", "2026-03-09 a:30 b:30"]);
  });

  it("puts what is needed first, first", () => {
    expect(orderByNeeds([item("a", 1, { after: ["c"] }), item("b", 1), item("c", 1)]).map(({ id }) => id)).toEqual(["c", "a", "b"]);
    expect(orderByNeeds([item("a", 1, { after: ["b"] }), item("b", 1, { after: ["a"] })])).toHaveLength(2);
  });

  it("says what has no day when there are no study days", () => {
    expect(planStudy([item("a", 90)], time([0, 0, 0, 0, 0, 0, 0]), MONDAY)).toMatchObject({ days: [], unplacedMinutes: 90, lastDay: null });
  });
});

const anyDay = fc.integer({ min: 0, max: 4_000 }).map((days) => day("2024-01-01").add({ days }));
const anyTime: fc.Arbitrary<StudyTime> = fc.record({
  weekdayMinutes: fc.array(fc.integer({ min: 0, max: 300 }), { minLength: 7, maxLength: 7 }),
  daysOff: fc.array(fc.tuple(anyDay, fc.integer({ min: 0, max: 30 })).map(([first, length]) => ({ first, last: first.add({ days: length }) })), { maxLength: 6 }),
  minutesDoneToday: fc.integer({ min: 0, max: 400 }),
});
const anyItems: fc.Arbitrary<PlanItem[]> = fc
  .array(fc.record({ minutes: fc.integer({ min: 0, max: 400 }), needs: fc.array(fc.nat({ max: 30 }), { maxLength: 3 }), wait: fc.option(fc.integer({ min: 0, max: 60 })) }), { maxLength: 30 })
  .map((rows) => rows.map(({ minutes, needs }, index) => item(`i${index}`, minutes, { after: needs.map((need) => `i${need}`) })));

describe("every plan", () => {
  it("has nothing on a day off, on a day without study, or before its beginning", () => {
    fc.assert(
      fc.property(anyItems, anyTime, anyDay, (items, given, from) => {
        for (const { day: at, minutes } of planStudy(items, given, from).days) {
          expect(Temporal.PlainDate.compare(at, from)).toBeGreaterThanOrEqual(0);
          expect(minutes).toBeGreaterThan(0);
          expect(minutes).toBeLessThanOrEqual(roomOn(at, given));
          for (const { first, last } of given.daysOff) expect(Temporal.PlainDate.compare(at, first) < 0 || Temporal.PlainDate.compare(at, last) > 0).toBe(true);
        }
      }),
    );
  });

  it("adds up: each item's pieces are its minutes, and nothing is lost", () => {
    fc.assert(
      fc.property(anyItems, anyTime, anyDay, (items, given, from) => {
        const plan = planStudy(items, given, from);
        const placed = new Map<string, number>();
        for (const piece of plan.days.flatMap(({ pieces }) => pieces)) placed.set(piece.id, (placed.get(piece.id) ?? 0) + piece.minutes);
        const sum = [...placed.values()].reduce((total, minutes) => total + minutes, 0);
        expect(sum + plan.unplacedMinutes).toBe(items.reduce((total, { minutes }) => total + minutes, 0));
        if (plan.unplacedMinutes === 0) for (const { id, minutes } of items) expect(placed.get(id) ?? 0).toBe(minutes);
      }),
    );
  });

  it("keeps the order of the course where nothing else is asked, and numbers the parts", () => {
    fc.assert(
      fc.property(anyItems, anyTime, anyDay, (items, given, from) => {
        const pieces = planStudy(items.map((one) => ({ ...one, after: [] })), given, from).days.flatMap((planned) => planned.pieces);
        const numbers = pieces.map(({ id }) => Number(id.slice(1)));
        expect(numbers).toEqual(numbers.toSorted((a, b) => a - b));
        for (const { id } of items) {
          const parts = pieces.filter((piece) => piece.id === id);
          expect(parts.map(({ part }) => part)).toEqual(parts.map((_, index) => index + 1));
          expect(parts.slice(0, -1).every(({ isLast }) => !isLast)).toBe(true);
        }
      }),
    );
  });

  it("made again later keeps what is done: nothing finished comes back, and what was missed is still there", () => {
    fc.assert(
      fc.property(anyItems, anyTime, anyDay, fc.nat({ max: 29 }), fc.integer({ min: 1, max: 40 }), (items, given, from, done, later) => {
        const finished = new Set(items.slice(0, done).map(({ id }) => id));
        const left = items.filter(({ id }) => !finished.has(id));
        const again = planStudy(left, { ...given, minutesDoneToday: 0 }, from.add({ days: later }));
        const pieces = again.days.flatMap((planned) => planned.pieces);
        expect(pieces.some(({ id }) => finished.has(id))).toBe(false);
        expect(pieces.reduce((sum, { minutes }) => sum + minutes, 0) + again.unplacedMinutes).toBe(left.reduce((sum, { minutes }) => sum + minutes, 0));
      }),
    );
  });

  it("cuts no crumbs: a piece that does not end its activity is a sitting, unless the day is short", () => {
    fc.assert(
      fc.property(anyItems, anyTime, anyDay, (items, given, from) => {
        const plan = planStudy(items, { ...given, minutesDoneToday: 0 }, from);
        for (const { day: at, pieces } of plan.days) {
          for (const { minutes, isLast } of pieces) expect(isLast || minutes >= Math.min(SMALLEST_PIECE_MINUTES, roomOn(at, given))).toBe(true);
        }
      }),
    );
  });
});

describe("spreadToTarget", () => {
  it("spreads what is left over the study days, in steps of five minutes", () => {
    const answer = spreadToTarget(240, [120, 0, 120, 0, 0, 0, 0], [], MONDAY, day("2026-03-15"));
    expect(answer).toEqual({ weekdayMinutes: [60, 0, 60, 0, 0, 0, 0], isReachable: true, neededPerDayMinutes: 60 });
  });

  it("says plainly when the day can't be reached, and what it would take", () => {
    expect(spreadToTarget(900, [120, 0, 120, 0, 0, 0, 0], [], MONDAY, day("2026-03-15"))).toEqual({ weekdayMinutes: [120, 0, 120, 0, 0, 0, 0], isReachable: false, neededPerDayMinutes: 225 });
    expect(spreadToTarget(10, [120, 0, 0, 0, 0, 0, 0], [{ first: MONDAY, last: day("2026-04-01") }], MONDAY, day("2026-03-15"))).toMatchObject({ isReachable: false, neededPerDayMinutes: null });
  });

  it("is right: when it says reachable, a plan with its minutes has room for all of it by then", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 5_000 }), anyTime, anyDay, fc.integer({ min: 0, max: 200 }), (total, given, from, length) => {
        const target = from.add({ days: length });
        const { weekdayMinutes, isReachable } = spreadToTarget(total, given.weekdayMinutes, given.daysOff, from, target);
        let room = 0;
        for (let offset = 0; offset <= length; offset++) room += roomOn(from.add({ days: offset }), { weekdayMinutes, daysOff: given.daysOff });
        expect(room >= total).toBe(isReachable);
        weekdayMinutes.forEach((minutes, index) => expect(minutes).toBeLessThanOrEqual(given.weekdayMinutes[index] ?? 0));
      }),
    );
  });
});
