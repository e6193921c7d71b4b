import { describe, expect, it } from "vitest";
import { decideHandIn } from "../../../app/features/offline/hand-in-rules.ts";

const answer = (status: number, body: Record<string, unknown> | null = null, isSignedOut = false) => ({ status, isSignedOut, body });

describe("a hand-in that was kept without a connection", () => {
  it.each([
    ["there is still none", null],
    ["the server is in trouble", answer(503)],
    ["too many are waiting", answer(429, { kind: "too-many", message: "Later." })],
    ["nobody is signed in", answer(0, null, true)],
    ["somebody else is signed in", answer(403, { kind: "refused", reason: "someone-else", message: "Not you." })],
  ])("waits on while %s", (_why, said) => {
    expect(decideHandIn(said)).toEqual({ kind: "waits" });
  });

  it("has arrived when the server has stored it", () => {
    expect(decideHandIn(answer(202, { kind: "stored", submissionId: "s1" }))).toEqual({ kind: "sent", submissionId: "s1" });
  });

  it.each([[answer(400, { kind: "refused", message: "Too long." }), "Too long."], [answer(404), null]])("is given back when the server will never take it", (said, message) => {
    expect(decideHandIn(said)).toEqual({ kind: "refused", message });
  });
});
