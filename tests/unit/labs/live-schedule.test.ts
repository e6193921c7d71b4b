import { describe, expect, it } from "vitest";
import { createLiveState, PAUSE_MS, pauseAfter, stepLive, type LiveEffect, type LiveEvent, type LiveState } from "../../../app/features/labs/live-schedule.ts";

/** Plays events at their times and keeps the timer as a page would: the newest wake replaces the one before. */
function play() {
  let state: LiveState = createLiveState(true);
  let nowMs = 0;
  let wakeAtMs: number | null = null;
  const seen: Exclude<LiveEffect, { type: "wake" }>[] = [];
  function send(event: LiveEvent) {
    const step = stepLive(state, event, nowMs);
    state = step.state;
    for (const effect of step.effects) {
      if (effect.type === "wake") wakeAtMs = nowMs + effect.inMs;
      else seen.push(effect);
    }
    return step.effects;
  }
  function pass(ms: number) {
    const untilMs = nowMs + ms;
    while (wakeAtMs !== null && wakeAtMs <= untilMs) {
      nowMs = wakeAtMs;
      wakeAtMs = null;
      send({ type: "due" });
    }
    nowMs = untilMs;
  }
  return { send, pass, seen, state: () => state };
}

describe("live results", () => {
  it("run once when the keys have rested", () => {
    const page = play();
    for (let key = 0; key < 20; key += 1) {
      page.send({ type: "edited" });
      page.pass(100);
    }
    expect(page.seen).toEqual([]);
    page.pass(PAUSE_MS);
    expect(page.seen).toEqual([{ type: "run", id: 1 }]);
    page.pass(10_000);
    expect(page.seen).toHaveLength(1);
  });

  it("ask for a timer with the first key only: the others cost nothing", () => {
    const page = play();
    expect(page.send({ type: "edited" })).toHaveLength(1);
    for (let key = 0; key < 50; key += 1) expect(page.send({ type: "edited" })).toEqual([]);
  });

  it("let a run under way be until the text rests again, and then call it off", () => {
    const page = play();
    page.send({ type: "edited" });
    page.pass(PAUSE_MS);
    page.pass(50);
    page.send({ type: "edited" });
    page.pass(PAUSE_MS - 100);
    expect(page.seen).toEqual([{ type: "run", id: 1 }]);
    page.pass(200);
    expect(page.seen).toEqual([{ type: "run", id: 1 }, { type: "abort", id: 1 }, { type: "run", id: 2 }]);
    const before = page.state();
    page.send({ type: "answered", id: 1, metLimit: false });
    expect(page.state(), "an answer of a run that was called off").toEqual(before);
  });

  it("wait longer after a longer run", () => {
    expect(pauseAfter(50)).toBe(PAUSE_MS);
    expect(pauseAfter(1_000)).toBe(1_500);
    expect(pauseAfter(60_000)).toBe(3_000);
  });

  it("stop where two runs in a row are slow, and go on when they are asked for again", () => {
    const page = play();
    for (const id of [1, 2]) {
      page.send({ type: "edited" });
      page.pass(8_000);
      expect(page.seen.at(-1)).toEqual({ type: "run", id });
      page.send({ type: "answered", id, metLimit: false });
      expect(page.state().stop).toBe(id === 1 ? null : "slow");
    }
    page.send({ type: "edited" });
    page.pass(20_000);
    expect(page.seen).toHaveLength(2);
    page.send({ type: "toggled", isOn: true });
    page.pass(PAUSE_MS);
    expect(page.seen.at(-1)).toEqual({ type: "run", id: 3 });
  });

  it("stop at once when a run met a limit", () => {
    const page = play();
    page.send({ type: "edited" });
    page.pass(PAUSE_MS);
    page.send({ type: "answered", id: 1, metLimit: true });
    page.send({ type: "edited" });
    page.pass(20_000);
    expect(page.state().stop).toBe("limit");
    expect(page.seen).toHaveLength(1);
  });

  it("stand back while Run or Submit is under way", () => {
    const page = play();
    page.send({ type: "edited" });
    page.pass(PAUSE_MS);
    page.send({ type: "held" });
    expect(page.seen.at(-1)).toEqual({ type: "abort", id: 1 });
    page.send({ type: "edited" });
    page.pass(10_000);
    expect(page.seen).toHaveLength(2);
    page.send({ type: "released" });
    page.pass(PAUSE_MS);
    expect(page.seen.at(-1)).toEqual({ type: "run", id: 2 });
  });

  it("have nothing to do after Run has seen the newest text", () => {
    const page = play();
    page.send({ type: "edited" });
    page.send({ type: "held" });
    page.send({ type: "released" });
    page.pass(10_000);
    expect(page.seen).toEqual([]);
  });

  it("try again after a busy server, not before it said so", () => {
    const page = play();
    page.send({ type: "edited" });
    page.pass(PAUSE_MS);
    page.send({ type: "missed", id: 1, retryAfterMs: 5_000 });
    page.send({ type: "edited" });
    page.pass(4_900);
    expect(page.seen).toHaveLength(1);
    page.pass(200);
    expect(page.seen.at(-1)).toEqual({ type: "run", id: 2 });
  });

  it("are called off when they are turned off", () => {
    const page = play();
    page.send({ type: "edited" });
    page.pass(PAUSE_MS);
    page.send({ type: "toggled", isOn: false });
    page.send({ type: "edited" });
    page.pass(10_000);
    expect(page.seen).toEqual([{ type: "run", id: 1 }, { type: "abort", id: 1 }]);
  });
});
