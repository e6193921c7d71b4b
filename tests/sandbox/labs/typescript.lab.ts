import { describe, expect, it } from "vitest";
import { Colour, Square, Units, fails, first, swap, type Shape } from "./main";
import { Pair } from "./main";
const pair: Pair<number, string> = [1, "a"];
describe("types", () => {
  it("are gone, values stay", () => {
    const shape: Shape = new Square(3, 2);
    expect(shape.area()).toBe(18);
    expect(shape.kind).toBe("square");
    expect(swap(pair)).toEqual(["a", 1]);
    expect(Colour.Red).toBe(0);
    expect(Units.metre).toBe(1);
    expect(first<number>([4])).toBe(4 as number);
    expect(() => fails()).toThrow("line 17");
  });
});
