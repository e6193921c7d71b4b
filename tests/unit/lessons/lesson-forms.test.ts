import { expect, it } from "vitest";
import { completeForm, positionForm } from "../../../app/features/lessons/lesson-forms.ts";

it("takes positions from 0 to 1, also as text", () => {
  expect(positionForm.parse({ position: "0.25" })).toEqual({ position: 0.25 });
});

it.each(["-0.1", "1.1", "much", undefined, "NaN", "Infinity"])("refuses the position %j", (position) => {
  expect(positionForm.safeParse({ position }).success).toBe(false);
});

it("marks as complete unless it is asked to reopen", () => {
  expect(completeForm.parse({})).toEqual({ intent: "complete" });
  expect(completeForm.parse({ intent: "reopen" })).toEqual({ intent: "reopen" });
  expect(completeForm.safeParse({ intent: "delete" }).success).toBe(false);
});
