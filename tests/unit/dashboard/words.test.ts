import { describe, expect, it } from "vitest";
import { describeReading, describeRun } from "../../../app/features/dashboard/describe-work.ts";
import { formatMinutes } from "../../../app/ui/format-minutes.ts";
import { formatElapsed, formatLocalMoment } from "../../../app/ui/format-when.ts";
import { describeRungs } from "../../../app/ui/ladder.tsx";

it("says minutes as people do", () => {
  expect([0, 1, 59, 60, 65, 120, 860, 19.6, -3].map(formatMinutes)).toEqual(["0 min", "1 min", "59 min", "1 h", "1 h 05", "2 h", "14 h 20", "20 min", "0 min"]);
});

describe("moments", () => {
  const now = new Date(2026, 2, 4, 10, 0);
  const at = (day: number, hour: number, minute = 0, month = 2, year = 2026) => new Date(year, month, day, hour, minute);

  it("says how long ago in any time zone", () => {
    const ago = (minutes: number) => formatElapsed(new Date(now.getTime() - minutes * 60_000), now, "en");
    expect([0, 1, 59, 60, 60 * 23, 60 * 24, 60 * 24 * 10, 60 * 24 * 70].map(ago)).toEqual(
      ["just now", "1 minute ago", "59 minutes ago", "1 hour ago", "23 hours ago", "1 day ago", "10 days ago", "2 months ago"],
    );
    expect(ago(-5)).toBe("just now");
  });

  it("says it in the page's language", () => {
    expect([at(4, 9, 40), at(4, 7), at(4, 2), at(3, 20), at(1, 9), at(3, 9, 0, 1)].map((moment) => formatLocalMoment(moment, now, "es"))).toEqual(
      ["hace 20 minutos", "esta mañana", "hoy de madrugada", "ayer por la noche", "el domingo", "el 3 de febrero"],
    );
  });

  it("says it by the reader's clock and calendar", () => {
    const said = [at(4, 9, 40), at(4, 7), at(4, 2), at(3, 20), at(3, 3), at(3, 13), at(1, 9), at(3, 9, 0, 1), at(3, 9, 0, 1, 2025)].map((moment) => formatLocalMoment(moment, now, "en"));
    expect(said).toEqual(["20 minutes ago", "this morning", "early today", "yesterday evening", "early yesterday", "yesterday afternoon", "on Sunday", "on 3 February", "on 3 February 2025"]);
  });
});

it("says what was left at an activity", () => {
  expect([[2, 5], [5, 5], [1, 1], [0, 0]].map(([passedTests = 0, totalTests = 0]) => describeRun({ passedTests, totalTests }, "en"))).toEqual(
    ["2 of 5 tests pass.", "All 5 tests pass.", "Its test passes.", "The last run found no tests."],
  );
  expect([0, 0.2, 0.5, 0.9].map((position) => describeReading(position, "en"))).toEqual([null, "You have read the first part.", "You are about halfway.", "You are near the end."]);
});

it("says a ladder in words", () => {
  expect(describeRungs([["done", "begun"], ["ahead"]], "en")).toBe("1 of 3 activities done, 1 begun");
  expect(describeRungs([["done", "begun", "begun", "closed"]], "es")).toBe("1 de 4 actividades hechas, 2 empezadas, 1 aún no abierta");
  expect(describeRungs([["done"]], "en")).toBe("1 of 1 activities done");
});
