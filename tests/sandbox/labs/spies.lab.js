import { afterEach, expect, it, jest } from "@jest/globals";
import { compose, count, greet, increment, load, memo, now, on, once, roll, shop } from "./main";
afterEach(() => { jest.restoreAllMocks(); });
it("prints", () => {
  const log = jest.spyOn(console, "log").mockImplementation(() => {});
  const error = jest.spyOn(console, "error");
  greet("Ada");
  expect(log).toHaveBeenCalledWith("Hello, Ada!");
  expect(log).toHaveBeenCalledTimes(1);
  expect(error).toHaveBeenCalledWith("twice", expect.any(Number));
});
it("rolls", () => {
  jest.spyOn(Math, "random").mockReturnValue(0.99);
  expect(roll()).toBe(6);
  Math.random.mockReturnValue(0);
  expect(roll()).toBe(1);
  jest.restoreAllMocks();
  const seen = new Set(Array.from({ length: 200 }, roll));
  expect(seen.size).toBeGreaterThan(3);
});
it("tells the time it is told", () => {
  jest.spyOn(Date, "now").mockReturnValue(5);
  expect(now()).toBe(5);
});
it("spies on methods", () => {
  const spy = jest.spyOn(shop, "price").mockReturnValueOnce(10);
  expect(shop.total(1)).toBe(11);
  expect(shop.total(4)).toBe(9);
  expect(spy).toHaveBeenCalledTimes(2);
  expect(spy).toHaveReturnedWith(8);
});
it("fetches through a stub", async () => {
  vi.stubGlobal("fetch", vi.fn(async (url) => ({ json: async () => ({ url, ok: true }) })));
  expect(await load("/x")).toEqual({ url: "/x", ok: true });
  expect(fetch).toHaveBeenCalledWith("/x");
});
it("registers listeners", () => {
  const emitter = { on: jest.fn() };
  const listener = () => {};
  on(emitter, "end", listener);
  expect(emitter.on).toHaveBeenCalledWith("end", listener);
  expect(emitter.on).toHaveBeenCalledWith("end", expect.any(Function));
});
it("keeps functions", () => {
  const f = jest.fn((a, b) => a + b);
  const g = once(f);
  expect(g(1, 2)).toBe(3);
  expect(g(5, 6)).toBe(3);
  expect(f).toHaveBeenCalledTimes(1);
  const self = { k: 1, m: once(function () { return this; }) };
  expect(self.m()).toBe(self);
  expect(compose((x) => x + 1, (x) => x * 2)(5)).toBe(11);
  const slow = jest.fn((x) => ({ x }));
  const fast = memo(slow);
  expect(fast(1)).toBe(fast(1));
  expect(slow.mock.calls).toHaveLength(1);
});
it("sees live bindings", () => {
  expect(count).toBe(0);
  increment();
  expect(count).toBe(1);
});
