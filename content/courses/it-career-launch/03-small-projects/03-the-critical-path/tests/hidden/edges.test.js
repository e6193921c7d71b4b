import { criticalSteps, duration } from "./plan.js";

const step = (id, days, ...after) => ({ id, days, after });

test("steps that wait for nobody run side by side", () => {
  const plan = [step("a", 3), step("b", 5), step("c", 4)];
  expect(duration(plan)).toBe(5);
  expect(criticalSteps(plan)).toEqual(["b"]);
});

test("two chains of the same length both decide", () => {
  const plan = [step("a", 2), step("b", 3, "a"), step("c", 3, "a"), step("d", 1, "b", "c")];
  expect(duration(plan)).toBe(6);
  expect(criticalSteps(plan)).toEqual(["a", "b", "c", "d"]);
});

test("the order of the list does not matter", () => {
  const plan = [step("end", 1, "y"), step("y", 2, "x", "side"), step("side", 1), step("x", 4)];
  expect(duration(plan)).toBe(7);
  expect(criticalSteps(plan)).toEqual(["end", "y", "x"]);
});

test("the move of the scanners", () => {
  const plan = [step("A", 1), step("B", 2, "A"), step("C", 1, "A"), step("D", 4, "B"), step("E", 2, "B", "C"), step("F", 2, "B", "C"), step("G", 3, "D", "E", "F")];
  expect(duration(plan)).toBe(10);
  expect(criticalSteps(plan)).toEqual(["A", "B", "D", "G"]);
});

test("a step that takes no time can still hold something up", () => {
  const plan = [step("sign", 0, "draft"), step("draft", 2), step("print", 1, "sign")];
  expect(duration(plan)).toBe(3);
  expect(criticalSteps(plan)).toEqual(["sign", "draft", "print"]);
});

test("a long chain is no trouble, and the plan is left alone", () => {
  const plan = Array.from({ length: 40 }, (_, i) => step(`s${i}`, 1, ...(i > 1 ? [`s${i - 1}`, `s${i - 2}`] : i === 1 ? ["s0"] : [])));
  const before = structuredClone(plan);
  expect(duration(plan)).toBe(40);
  expect(plan).toEqual(before);
});
