import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Rubric } from "../../../app/catalog/catalog.ts";
import { buildOutcome, canClaim, findDecisionProblem, listOpenCriteria, pickLevels, readClaim, STALE_CLAIM_MS } from "../../../app/features/reviews/review.ts";
import { testProject } from "../../helpers/test-course.ts";

const { rubric } = testProject();
const NOW = new Date("2026-03-02T18:00:00Z");

describe("points", () => {
  test("are those of the chosen levels, with the best of each criterion beside them", () => {
    expect(buildOutcome(rubric, { correct: "full", clear: "none" })).toEqual({
      points: 4,
      maxPoints: 6,
      criteria: [
        { id: "correct", title: "Correct", level: "full", levelTitle: "Full", points: 4, maxPoints: 4 },
        { id: "clear", title: "Clear", level: "none", levelTitle: "Not yet", points: 0, maxPoints: 2 },
      ],
    });
  });

  test("count nothing that the rubric does not know", () => {
    expect(pickLevels(rubric, { correct: "best", gone: "full", clear: "full", __proto__: "full" })).toEqual({ clear: "full" });
    expect(pickLevels(rubric, JSON.parse('{"__proto__":"full","constructor":"full"}'))).toEqual({});
  });

  const anyRubric: fc.Arbitrary<Rubric> = fc
    .uniqueArray(fc.stringMatching(/^[a-z]{1,6}$/), { minLength: 1, maxLength: 6 })
    .chain((ids) =>
      fc.record({
        criteria: fc.tuple(
          ...ids.map((id) =>
            fc.array(fc.integer({ min: 0, max: 20 }), { minLength: 2, maxLength: 5 }).map((points) => ({
              id, title: id, description: "", note: "", levels: points.map((value, index) => ({ id: `l${index}`, title: `L${index}`, points: value, description: "" })),
            })),
          ),
        ),
        notes: fc.constant(""),
      }),
    )
    .map(({ criteria, notes }) => ({ criteria, notes, maxPoints: criteria.reduce((sum, { levels }) => sum + Math.max(...levels.map(({ points }) => points)), 0) }));

  test("lie between none and all, and all criteria are open or counted", () => {
    fc.assert(
      fc.property(anyRubric, fc.dictionary(fc.stringMatching(/^[a-z]{1,6}$/), fc.stringMatching(/^l[0-9]$/)), (some, chosen) => {
        const outcome = buildOutcome(some, chosen);
        const counted = outcome.criteria.filter(({ level }) => level !== null).length;
        expect(outcome.points).toBeGreaterThanOrEqual(0);
        expect(outcome.points).toBeLessThanOrEqual(some.maxPoints);
        expect(outcome.criteria.reduce((sum, { points }) => sum + points, 0)).toBe(outcome.points);
        expect(counted + listOpenCriteria(some, chosen).length).toBe(some.criteria.length);
        expect(buildOutcome(some, pickLevels(some, chosen))).toEqual(outcome);
      }),
    );
  });

  test("accepting is possible exactly when every criterion has a level", () => {
    fc.assert(
      fc.property(anyRubric, fc.dictionary(fc.stringMatching(/^[a-z]{1,6}$/), fc.stringMatching(/^l[0-9]$/)), (some, levels) => {
        const problem = findDecisionProblem({ rubric: some, levels, summary: "", comments: 0 }, "accepted");
        expect(problem === null).toBe(listOpenCriteria(some, levels).length === 0);
      }),
    );
  });
});

describe("a decision", () => {
  test("to accept names the criteria that are still open", () => {
    expect(findDecisionProblem({ rubric, levels: { correct: "full" }, summary: "Good.", comments: 2 }, "accepted")).toEqual({ key: "levelsOpen", values: { criteria: "Clear" } });
  });

  test("to ask for changes needs words, and no levels", () => {
    expect(findDecisionProblem({ rubric, levels: {}, summary: "  \n ", comments: 0 }, "changes-asked")).toEqual({ key: "sayWhat" });
    expect(findDecisionProblem({ rubric, levels: {}, summary: "", comments: 1 }, "changes-asked")).toBeNull();
    expect(findDecisionProblem({ rubric, levels: {}, summary: "Sort a copy.", comments: 0 }, "changes-asked")).toBeNull();
  });
});

describe("a claim", () => {
  const claim = { graderId: "gwen", claimedAt: NOW, releasedAt: null, decidedAt: null };
  const at = (ms: number) => new Date(NOW.getTime() + ms);

  test("is free, mine, held, stale or decided", () => {
    expect(readClaim(null, { graderId: "gwen", now: NOW })).toBe("free");
    expect(readClaim(claim, { graderId: "gwen", now: at(10 * STALE_CLAIM_MS) })).toBe("mine");
    expect(readClaim(claim, { graderId: "gus", now: at(STALE_CLAIM_MS) })).toBe("held");
    expect(readClaim(claim, { graderId: "gus", now: at(STALE_CLAIM_MS + 1) })).toBe("stale");
    expect(readClaim({ ...claim, releasedAt: NOW }, { graderId: "gwen", now: NOW })).toBe("free");
    expect(readClaim({ ...claim, decidedAt: NOW }, { graderId: "gwen", now: NOW })).toBe("decided");
  });

  test("can be taken when it is free or stale", () => {
    expect((["free", "mine", "held", "stale", "decided"] as const).filter(canClaim)).toEqual(["free", "stale"]);
  });
});
