// Classes, errors, patterns, iterators, promises, clocks: what a program hands over by reference. NONCE-6f1d0c
import { afterEach, expect, test, vi } from "vitest";
import { Account, OverdrawnError, add, countTo, each, find, greeting, ids, parse, pattern, stream, total } from "./main";
afterEach(() => { vi.useRealTimers(); });
test("accounts are of their class", () => {
  const account = new Account("Ada");
  expect(account).toBeInstanceOf(Account);
  expect(Object.getPrototypeOf(account)).toBe(Account.prototype);
  expect(account.deposit(5)).toBe(account);
  expect(account).toEqual({ owner: "Ada", balance: 5 });
});
test("an account can't be overdrawn", () => {
  expect(() => new Account("Bo").withdraw(1)).toThrow(OverdrawnError);
  expect(() => new Account("Bo").withdraw(1)).toThrow(/^Bo lacks 1$/);
});
test("totals are big", () => { expect(total([1n, 2n])).toBe(3n); });
test("sums have no sign at zero", () => { expect(add(-1, 1)).toBe(0); });
test("the pattern finds numbers", () => {
  expect("a1b22".match(pattern)).toEqual(["1", "22"]);
  expect("a1b22".replace(pattern, "#")).toBe("a#b#");
  expect([..."3z4".matchAll(pattern)].map((found) => found[0])).toEqual(["3", "4"]);
  expect("x1y".split(pattern)).toEqual(["x", "y"]);
});
test("streams come to an end", async () => {
  const seen = [];
  for await (const item of stream(3)) seen.push(item);
  expect(seen).toEqual([0, 1, 2]);
});
test("counts lazily", () => {
  const [first, second] = countTo(1_000_000);
  expect([first, second]).toEqual([1, 2]);
  const iterator = countTo(3);
  expect(iterator.next()).toEqual({ value: 1, done: false });
  expect([...iterator]).toEqual([2, 3]);
});
test("calls back with squares, one after the other", async () => {
  const seen = [];
  await each([1, 2, 3], async (square, i) => {
    seen.push(i);
    await null;
    expect(square).toBe((i + 1) ** 2);
  });
  expect(seen).toEqual([0, 1, 2]);
});
test("finds what it is asked for", () => { expect(find([{ id: 1 }, { id: 2 }], (item) => item.id === 2)).toEqual({ id: 2 }); });
test("numbers are unique", () => {
  const list = ids(100);
  expect(list).toHaveLength(100);
  expect(new Set(list).size).toBe(100);
  expect(list.filter((id) => !Number.isInteger(id))).toEqual([]);
});
test("greets by the clock", () => {
  vi.useFakeTimers();
  vi.setSystemTime(new Date(2024, 0, 1, 9));
  expect(greeting()).toBe("Good morning");
  vi.setSystemTime(new Date(2024, 0, 1, 20));
  expect(greeting()).toBe("Good evening");
});
test("parses", () => { expect(parse('{"a":[1]}')).toEqual({ a: [1] }); });
