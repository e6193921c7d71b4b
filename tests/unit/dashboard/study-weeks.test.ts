import { Temporal } from "temporal-polyfill";
import { describe, expect, it } from "vitest";
import { buildStudyWeeks, findFirstDay } from "../../../app/features/dashboard/study-weeks.ts";

const thursday = Temporal.PlainDate.from("2026-03-05");

describe("study weeks", () => {
  it("begin on Mondays, seven weeks before this one", () => {
    expect(findFirstDay(thursday).toString()).toBe("2026-01-12");
    expect(findFirstDay(Temporal.PlainDate.from("2026-03-02")).toString()).toBe("2026-01-12");
    expect(findFirstDay(Temporal.PlainDate.from("2026-03-08")).toString()).toBe("2026-01-12");
  });

  it("add up all courses of all days, each day in one week, and show weeks without any", () => {
    const weeks = buildStudyWeeks(thursday, [
      { day: "2026-03-02", seconds: 600 }, { day: "2026-03-02", seconds: 630 }, { day: "2026-03-01", seconds: 3_600 }, { day: "2026-01-12", seconds: 60 }, { day: "2026-01-11", seconds: 60 },
    ]);
    expect(weeks?.map(({ minutes }) => minutes)).toEqual([1, 0, 0, 0, 0, 0, 60, 21]);
    expect(weeks?.at(-1)?.firstDay).toBe("2026-03-02");
  });

  it("are not shown before anything was measured", () => {
    expect(buildStudyWeeks(thursday, [])).toBeNull();
  });
});
