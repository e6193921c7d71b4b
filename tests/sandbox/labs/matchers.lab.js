import { Point, circular, fail, holes, list, nullish, ratio, text, user } from "./main";
test("objects", () => {
  expect(user()).toEqual({ id: 7, name: "Ada", tags: ["a", "b"], address: { city: "Paris", zip: null }, born: new Date(0) });
  expect(user()).not.toStrictEqual({ id: 7, name: "Ada", tags: ["a", "b"], address: { city: "Paris", zip: null }, born: new Date(0) });
  expect(user()).toMatchObject({ name: "Ada", address: { city: "Paris" } });
  expect(user()).not.toMatchObject({ address: { city: "Rome" } });
  expect(user()).toEqual(expect.objectContaining({ id: expect.any(Number), tags: expect.arrayContaining(["b"]) }));
  expect(user()).toEqual({ ...user(), name: expect.stringMatching(/^A/), born: expect.anything() });
  expect(user()).toHaveProperty("address.city", "Paris");
  expect(user()).toHaveProperty(["tags", 1], "b");
  expect(user()).not.toHaveProperty("address.street");
  expect(user().address.zip).toBeNull();
  expect(user().nothing).toBeUndefined();
});
test("numbers and text", () => {
  expect(ratio).toBeCloseTo(0.3);
  expect(ratio).not.toBe(0.3);
  expect(ratio).toEqual(expect.closeTo(0.3, 5));
  expect(text).toMatch(/quick/);
  expect(text).toContain("brown");
  expect(text).toHaveLength(19);
  expect(text.length).toBeGreaterThanOrEqual(19);
  expect(text).toBeTypeOf("string");
  expect([3, 1]).toContain(1);
});
test("lists", () => {
  expect(list).toContain(2);
  expect(list).toContainEqual({ a: 1 });
  expect(list).not.toContain({ a: 1 });
  expect(holes).toEqual([1, undefined, 3]);
  expect(holes).not.toStrictEqual([1, undefined, 3]);
  expect(list).toHaveLength(3);
  expect(list.map((x) => typeof x)).toEqual(["number", "number", "object"]);
  const [first, ...rest] = list;
  expect([first, rest.length]).toEqual([1, 2]);
  expect(Math.max(...list.slice(0, 2))).toBe(2);
});
test("errors", () => {
  expect(fail).toThrow();
  expect(fail).toThrow(RangeError);
  expect(fail).toThrow("out of");
  expect(fail).toThrowError(/range/);
  expect(fail).toThrow(expect.objectContaining({ code: "E_RANGE" }));
  expect(() => {}).not.toThrow();
  expect(fail).not.toThrow(TypeError);
});
test("structure", () => {
  const mine = { a: 1 };
  mine.self = mine;
  expect(circular()).toEqual(mine);
  expect(new Point(1, 2)).toEqual({ x: 1, y: 2 });
  expect(new Point(1, 2)).not.toStrictEqual({ x: 1, y: 2 });
  expect(new Point(1, 2)).toStrictEqual(new Point(1, 2));
  expect(nullish).toEqual({ a: 1 });
  expect({ ...new Point(3, 4) }).toEqual({ x: 3, y: 4 });
  expect(JSON.stringify(new Point(3, 4))).toBe('{"x":3,"y":4}');
  expect(Object.entries(user().address)).toEqual([["city", "Paris"], ["zip", null]]);
});
test.each([[1, 1, 2], [2, 3, 5]])("%i + %i = %i", (a, b, total) => { expect(a + b).toBe(total); });
test.each([{ n: 1, square: 1 }, { n: 3, square: 9 }])("the square of $n is $square", ({ n, square }) => { expect(n * n).toBe(square); });
describe.each(["x", "y"])("letter %s", (letter) => { it("is short", () => { expect(letter).toHaveLength(1); }); });
test.each`
  a | b | sum
  ${1} | ${2} | ${3}
  ${2} | ${2} | ${4}
`("$a and $b make $sum", ({ a, b, sum }) => { expect(a + b).toBe(sum); });
expect.extend({
  toBeEven(value) { return { pass: value % 2 === 0, message: () => `expected ${value} to be even` }; },
});
test("a matcher of one's own", () => { expect(4).toBeEven(); expect(3).not.toBeEven(); expect({ n: 2 }).toEqual({ n: expect.toBeEven() }); });
test("counts assertions", () => { expect.assertions(2); expect(1).toBe(1); expect(2).toBe(2); });
test.skip("is skipped", () => { expect(1).toBe(2); });
test.todo("is to be written");
