import { afterEach, describe, expect, test, vi } from "vitest";
import { all, counts, debounce, every, greet, retry, today, wait } from "./main";
afterEach(() => { vi.useRealTimers(); });
test("waits", async () => {
  await expect(wait(5, "x")).resolves.toBe("x");
  expect(await wait(1, [1])).toEqual([1]);
  expect(wait(1)).toBeInstanceOf(Promise);
});
test("runs in order", async () => {
  const log = [];
  expect(await all([async () => { log.push("a"); await wait(3); log.push("b"); return 1; }, () => { log.push("c"); return 2; }])).toEqual([1, 2]);
  expect(log).toEqual(["a", "b", "c"]);
});
test("retries", async () => {
  const task = vi.fn().mockRejectedValueOnce(new Error("no")).mockResolvedValueOnce("yes");
  expect(await retry(task, 3)).toBe("yes");
  expect(task).toHaveBeenCalledTimes(2);
  expect(task).toHaveBeenLastCalledWith(2);
  await expect(retry(async () => { throw new TypeError("never"); }, 2)).rejects.toThrow(TypeError);
  await expect(retry(() => Promise.reject(new Error("plain")), 1)).rejects.toMatchObject({ message: "plain" });
});
describe("with a clock of its own", () => {
  test("debounces", () => {
    vi.useFakeTimers();
    const task = vi.fn();
    const run = debounce(task, 100);
    run(1); vi.advanceTimersByTime(60); run(2); vi.advanceTimersByTime(99);
    expect(task).not.toHaveBeenCalled();
    vi.advanceTimersByTime(1);
    expect(task.mock.calls).toEqual([[2]]);
  });
  test("repeats and stops", async () => {
    vi.useFakeTimers({ now: new Date("2020-02-03T10:00:00Z") });
    const task = vi.fn();
    const stop = every(10, task);
    await vi.advanceTimersByTimeAsync(35);
    expect(task).toHaveBeenCalledTimes(3);
    stop();
    vi.runAllTimers();
    expect(task).toHaveBeenCalledTimes(3);
    expect(vi.getTimerCount()).toBe(0);
    expect(today()).toBe("2020-02-03");
    vi.setSystemTime(new Date("2021-01-01T00:00:00Z"));
    expect(today()).toBe("2021-01-01");
    expect(Date.now()).toBe(1609459200000);
  });
});
test("iterates asynchronously", async () => {
  const seen = [];
  for await (const n of counts(3)) seen.push(n);
  expect(seen).toEqual([0, 1, 2]);
});
test("calls back", (done) => {
  greet("you", (error, text) => {
    try { expect(error).toBeNull(); expect(text).toBe("hi you"); done(); } catch (problem) { done(problem); }
  });
});
