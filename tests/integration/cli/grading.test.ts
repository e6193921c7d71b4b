import { expect, test } from "vitest";
import { createPatientGrade } from "../../../bin/grading.ts";
import { createTurns } from "../../../bin/in-turn.ts";
import type { Grade, GradeRequest } from "../../../sandbox/contract.ts";
import { judgeAdd } from "../../helpers/grading-double.ts";

const REQUEST: GradeRequest = { language: "javascript", files: { "add.js": "export function add(a, b) { return a + b; }" }, tests: [] };

test("a busy sandbox is asked again", async () => {
  let asked = 0;
  const grade: Grade = (request) => Promise.resolve(++asked < 3 ? { busy: true, reason: "many", message: "full", retryAfterMs: 1 } : judgeAdd(request));
  expect((await createPatientGrade(grade, 1)(REQUEST)).outcome).toBe("passed");
  expect(asked).toBe(3);
});

test("at most so many tasks run at the same time, all in order, also when one fails", async () => {
  const inTurn = createTurns(2);
  let running = 0;
  let most = 0;
  const begun: number[] = [];
  const tasks = Array.from({ length: 9 }, (_, index) =>
    inTurn(async () => {
      begun.push(index);
      running += 1;
      most = Math.max(most, running);
      await new Promise((resolve) => setTimeout(resolve, 2));
      running -= 1;
      if (index === 3) throw new Error("three");
      return index;
    }).catch(() => null),
  );
  expect(await Promise.all(tasks)).toEqual([0, 1, 2, null, 4, 5, 6, 7, 8]);
  expect(most).toBe(2);
  expect(begun).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8]);
});
