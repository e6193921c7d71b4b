import { describe, expect, it, test } from "vitest";
import { parseLine, parseQuantity, readOrder } from "./order";

describe("parseQuantity", () => {
  it("takes 1 and 999, the smallest and the largest", () => {
    expect(parseQuantity("1")).toBe(1);
    expect(parseQuantity("999")).toBe(999);
  });

  test.each(["1000", "-3", "3.5", "12 kg", "twelve", "", "  "])("refuses %j", (text) => {
    expect(() => parseQuantity(text)).toThrow(RangeError);
    expect(() => parseQuantity(text)).toThrow(`"${text}" is not a whole number from 1 to 999`);
  });
});

describe("parseLine", () => {
  it("drops the spaces around the item, but not those inside", () => {
    expect(parseLine("  oat milk :12 ")).toEqual({ item: "oat milk", quantity: 12 });
  });

  it("throws if there is no item", () => {
    expect(() => parseLine(": 12")).toThrow("there is no item");
    expect(() => parseLine("   : 12")).toThrow("there is no item");
  });

  it("throws a RangeError for all that follows the first colon", () => {
    expect(() => parseLine("apples: 12: 5")).toThrow(RangeError);
    expect(() => parseLine("apples:")).toThrow('"" is not a whole number');
  });
});

describe("readOrder", () => {
  it("reports every problem, with the number of its line, and goes on", () => {
    const text = ["bread 40", "", "apples: 120", "   ", ": 3", "milk: many", "tea: 2"].join("\n");
    expect(readOrder(text)).toEqual({
      lines: [
        { item: "apples", quantity: 120 },
        { item: "tea", quantity: 2 },
      ],
      problems: [
        "line 1: there is no colon",
        "line 5: there is no item",
        'line 6: "many" is not a whole number from 1 to 999',
      ],
    });
  });

  it("finds nothing in an empty text", () => {
    expect(readOrder("")).toEqual({ lines: [], problems: [] });
  });

  it("begins anew with every text", () => {
    readOrder("apples: 1\nrubbish");
    expect(readOrder("tea: 2")).toEqual({ lines: [{ item: "tea", quantity: 2 }], problems: [] });
  });
});
