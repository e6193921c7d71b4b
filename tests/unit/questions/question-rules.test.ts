import { describe, expect, it } from "vitest";
import { ASK_LIMITS, buildAskAddress, parseAskAbout, type AskAbout } from "../../../app/features/questions/ask-address.ts";
import { isUnseen, mayChange, standingOf, stateAfterReopen, stateAfterReply } from "../../../app/features/questions/question-rules.ts";

const nobody = { isAsker: false, isStaff: false, isInCourse: false, isShared: false };

describe("standing", () => {
  it("is that of whoever asked, of those who teach, of readers of a shared thread, or none", () => {
    expect(standingOf(nobody)).toBe("none");
    expect(standingOf({ ...nobody, isAsker: true })).toBe("asker");
    expect(standingOf({ ...nobody, isStaff: true })).toBe("staff");
    expect(standingOf({ ...nobody, isShared: true })).toBe("none");
    expect(standingOf({ ...nobody, isInCourse: true })).toBe("none");
    expect(standingOf({ ...nobody, isShared: true, isInCourse: true })).toBe("reader");
  });

  it("decides what may be changed", () => {
    const allowed = (standing: Parameters<typeof mayChange>[0]) => (["resolve", "reopen", "share", "unshare"] as const).filter((change) => mayChange(standing, change));
    expect(allowed("staff")).toEqual(["resolve", "reopen", "share", "unshare"]);
    expect(allowed("asker")).toEqual(["resolve", "reopen"]);
    expect([allowed("reader"), allowed("none")]).toEqual([[], []]);
  });
});

it("knows where a thread stands after a reply and after it was opened again", () => {
  expect([stateAfterReply("staff"), stateAfterReply("asker")]).toEqual(["answered", "open"]);
  expect([stateAfterReopen({ answeredAt: new Date() }), stateAfterReopen({ answeredAt: null })]).toEqual(["answered", "open"]);
});

it("takes an answer as unseen until it was looked at after it", () => {
  const [early, late] = [new Date(1), new Date(2)];
  expect(isUnseen({ answeredAt: null, seenAt: null })).toBe(false);
  expect(isUnseen({ answeredAt: late, seenAt: early })).toBe(true);
  expect(isUnseen({ answeredAt: early, seenAt: late })).toBe(false);
});

describe("the address of a question", () => {
  const ABOUTS: readonly AskAbout[] = [{ about: "activity" }, { about: "passage", quote: "a & b = “c”" }, { about: "line", path: "src/a b.js", line: 7 }, { about: "test", test: "adds › two", said: "x\ny" }];

  it.each(ABOUTS)("is read as it was written: $about", (about) => {
    const address = new URL(buildAskAddress("/courses/a/b/c", about), "http://x");
    expect(address.pathname).toBe("/courses/a/b/c/ask");
    expect(parseAskAbout(address.searchParams)).toEqual(about);
  });

  it("is bounded and hostile: what fits nothing is the activity", () => {
    expect(parseAskAbout(new URLSearchParams({ file: "a.js", line: "-1" }))).toEqual({ about: "activity" });
    expect(parseAskAbout(new URLSearchParams({ file: "a.js", line: "1e99" }))).toEqual({ about: "activity" });
    expect(parseAskAbout(new URLSearchParams({ quote: " \u0000 " }))).toEqual({ about: "activity" });
    expect(parseAskAbout(new URLSearchParams({ quote: "x".repeat(9_000) }))).toEqual({ about: "passage", quote: "x".repeat(ASK_LIMITS.quote) });
  });
});
