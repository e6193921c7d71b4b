import { describe, expect, it } from "vitest";
import { parseLine, parseQuantity, readOrder } from "./order";

describe("parseQuantity", () => {
  it("gives a number, with or without spaces around it", () => {
    expect(parseQuantity("12")).toBe(12);
    expect(parseQuantity(" 12 ")).toBe(12);
  });

  it("throws a RangeError for 0, and shows the text", () => {
    expect(() => parseQuantity("0")).toThrow(RangeError);
    expect(() => parseQuantity("0")).toThrow('"0" is not a whole number from 1 to 999');
  });
});

describe("parseLine", () => {
  it("gives the item and the quantity", () => {
    expect(parseLine("apples: 120")).toEqual({ item: "apples", quantity: 120 });
  });

  it("throws if there is no colon", () => {
    expect(() => parseLine("bread 40")).toThrow("there is no colon");
  });
});

describe("readOrder", () => {
  it("has good lines in one list and problems in the other", () => {
    expect(readOrder("apples: 120\nbread 40")).toEqual({
      lines: [{ item: "apples", quantity: 120 }],
      problems: ["line 2: there is no colon"],
    });
  });
});
