import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { beginRecall, creditLab, pickSitting, putOff, recallAgain, SITTING_MINUTES } from "../../../app/features/practice/recall.ts";

const DAY_MS = 86_400_000;
const at = new Date("2026-03-02T18:00:00Z");
const daysAfter = (from: Date, to: Date) => (to.getTime() - from.getTime()) / DAY_MS;

describe("what was learnt", () => {
  it("comes back some days later, and later each time it was recalled", () => {
    const first = beginRecall(at);
    expect(daysAfter(at, first.dueAt)).toBeGreaterThanOrEqual(1);
    const second = recallAgain(first, 1, first.dueAt);
    const third = recallAgain(second, 1, second.dueAt);
    expect(daysAfter(first.dueAt, second.dueAt)).toBeGreaterThan(daysAfter(at, first.dueAt));
    expect(daysAfter(second.dueAt, third.dueAt)).toBeGreaterThan(daysAfter(first.dueAt, second.dueAt));
  });

  it("comes back sooner when a part was wrong, and soonest when all was", () => {
    const first = recallAgain(beginRecall(at), 1, new Date(at.getTime() + 3 * DAY_MS));
    const [right, part, wrong] = [1, 0.5, 0].map((credit) => recallAgain(first, credit, first.dueAt).dueAt.getTime());
    expect(wrong).toBeLessThan(part ?? 0);
    expect(part).toBeLessThan(right ?? 0);
  });

  it("never comes back on the same day, whatever is answered", () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(0, 0.5, 1), { maxLength: 12 }), (credits) => {
        let recall = beginRecall(at);
        for (const credit of credits) {
          const now = recall.dueAt;
          recall = recallAgain(recall, credit, now);
          expect(daysAfter(now, recall.dueAt)).toBeGreaterThanOrEqual(1);
        }
      }),
    );
  });

  it("keeps its memory when it is put off", () => {
    const first = beginRecall(at);
    expect(putOff(first, at)).toEqual({ memory: first.memory, dueAt: new Date(at.getTime() + DAY_MS) });
  });

  it("was hard when a lab took many attempts", () => {
    expect([0, 2, 3].map(creditLab)).toEqual([1, 1, 0.5]);
  });
});

describe("a sitting", () => {
  const question = { isLab: false };
  const lab = { isLab: true };

  it("is five minutes: questions, and at most one lab at its end", () => {
    expect(pickSitting([lab, question, lab, question, question, question, question])).toEqual([question, question, lab]);
    expect(pickSitting(Array.from({ length: 50 }, () => question))).toHaveLength(Math.floor(SITTING_MINUTES / 0.75));
    expect(pickSitting([lab])).toEqual([lab]);
    expect(pickSitting([])).toEqual([]);
  });
});
