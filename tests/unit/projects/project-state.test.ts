import { expect, test } from "vitest";
import { readProjectState } from "../../../app/features/projects/project-state.ts";

const at = new Date("2026-03-02T18:00:00Z");
const claim = { graderId: "gwen", claimedAt: at, releasedAt: null, decidedAt: null, decision: null };
const asked = { ...claim, decidedAt: at, decision: "changes-asked" as const };
const accepted = { ...claim, decidedAt: at, decision: "accepted" as const };

test.each([
  ["draft", []],
  ["waiting", [{ review: null }]],
  ["waiting", [{ review: { ...claim, releasedAt: at } }]],
  ["in-review", [{ review: claim }]],
  ["changes-asked", [{ review: asked }, { review: asked }]],
  ["waiting", [{ review: null }, { review: asked }]],
  ["in-review", [{ review: claim }, { review: asked }]],
  ["accepted", [{ review: accepted }, { review: asked }]],
  ["accepted", [{ review: null }, { review: accepted }]],
] as const)("is %s", (state, handIns) => {
  expect(readProjectState(handIns)).toBe(state);
});
