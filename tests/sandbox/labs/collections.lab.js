import { expect, test } from "vitest";
import * as m from "./main";
test("groups", () => {
  const groups = m.group(["apple", "avocado", "bean"]);
  expect(groups).toBeInstanceOf(Map);
  expect(groups.get("a")).toEqual(new Set(["avocado", "apple"]));
  expect(groups.size).toBe(2);
  expect([...groups.keys()]).toEqual(["a", "b"]);
  expect(groups).toEqual(new Map([["a", new Set(["apple", "avocado"])], ["b", new Set(["bean"])]]));
  expect(groups).not.toEqual(new Map([["a", new Set(["apple"])], ["b", new Set(["bean"])]]));
});
test("big integers", () => {
  expect(m.factorial(20n)).toBe(2432902008176640000n);
  expect(m.factorial(3n)).toEqual(6n);
  expect(m.factorial(3n)).not.toBe(6);
});
test("bytes", () => {
  expect(m.bytes("hé")).toEqual(new Uint8Array([104, 195, 169]));
  expect(Array.from(m.bytes("ab"))).toEqual([97, 98]);
  expect(m.bytes("abc")).toHaveLength(3);
  expect(m.sumBytes(new Uint8Array([1, 2, 3]))).toBe(6);
  expect(m.sumBytes(Float64Array.of(0.5, 0.25))).toBeCloseTo(0.75);
  expect(m.decode(new Uint8Array([104, 195, 169]))).toBe("hé");
});
test("dates", () => {
  const start = new Date("2024-02-28T12:34:56.789Z");
  const end = m.addDays(start, 2);
  expect(end).toEqual(new Date("2024-03-01T12:34:56.789Z"));
  expect(end.toISOString()).toBe("2024-03-01T12:34:56.789Z");
  expect(start.getTime()).toBe(Date.parse("2024-02-28T12:34:56.789Z"));
  expect(end).toBeInstanceOf(Date);
  expect(end > start).toBe(true);
  expect(m.later(start, end)).toBe(end);
});
test("maps and sets as arguments", () => {
  expect(m.invert(new Map([["a", 1]]))).toEqual(new Map([[1, "a"]]));
  expect(m.union(new Set([1, 2]), new Set([2, 3]))).toEqual(new Set([1, 2, 3]));
  expect(m.union([1], "ab").has("b")).toBe(true);
});
test("patterns", () => {
  expect(m.find("a1b22", /\d+/g)).toEqual(["1", "22"]);
  expect(m.swap("aXbX", /X/g, "-")).toBe("a-b-");
  expect(m.swap("ab", /(a)(b)/, (whole, a, b) => b + a)).toBe("ba");
  expect("x1".match(/\d/)?.[0]).toBe("1");
});
test("symbols and odd values", () => {
  expect(m.tagged[Symbol.for("key")]).toBe(1);
  expect(m.key).toBe(Symbol.for("key"));
  expect(String(m.tagged)).toBe("tagged");
  expect(m.nothing).toEqual([undefined, null, NaN, -0]);
  expect(m.nothing[3]).not.toBe(0);
  expect(m.nothing[2]).toBeNaN();
});
test("sorting and merging", () => {
  const input = [{ n: 2 }, { n: 1 }];
  expect(m.sortBy(input, (x) => x.n)).toEqual([{ n: 1 }, { n: 2 }]);
  expect(m.sortBy(input, (x) => x.n)[0]).toBe(input[1]);
  expect(input).toEqual([{ n: 2 }, { n: 1 }]);
  expect(m.merge({ a: 1 }, { b: { c: 2 } })).toStrictEqual({ a: 1, b: { c: 2 } });
});
test("web things", () => {
  expect(m.clone({ a: [new Date(5), new Map([[1, new Set([2])]])] })).toEqual({ a: [new Date(5), new Map([[1, new Set([2])]])] });
  expect(m.host("https://user@example.org:81/x?y#z")).toBe("example.org");
  expect(() => m.host("nope")).toThrow(TypeError);
  expect(m.query("a=1&b=x+y")).toEqual({ a: "1", b: "x y" });
  expect(m.kinds([])).toBe("[object Array]");
});
