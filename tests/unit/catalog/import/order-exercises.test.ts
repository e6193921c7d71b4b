import { expect, test } from "vitest";
import { estimateLabMinutes, planModules } from "../../../../app/catalog/import/exercism/order-exercises.ts";
import type { ListedExercise } from "../../../../app/catalog/import/exercism/track-config.ts";

const base = { title: "x", status: "active", difficulty: 1, concepts: [], practices: [], prerequisites: [] };
const concept = (slug: string, concepts: string[], prerequisites: string[] = []): ListedExercise => ({ ...base, kind: "concept", slug, concepts, prerequisites });
const practice = (slug: string, difficulty: number): ListedExercise => ({ ...base, kind: "practice", slug, difficulty });
const order = (exercises: ListedExercise[]) => planModules(exercises).map((module) => [module.id, ...module.exercises.map((one) => one.slug)]);

test("concepts come after what they need, otherwise in the track's order", () => {
  expect(order([concept("loops", ["loops"], ["lists"]), concept("basics", ["basics"]), concept("lists", ["lists"], ["basics", "unknown"])])).toEqual([["concepts", "basics", "lists", "loops"]]);
});

test("a circle of prerequisites ends", () => {
  expect(order([concept("a", ["a"], ["b"]), concept("b", ["b"], ["a"]), concept("self", ["s"], ["s"])])).toEqual([["concepts", "self", "a", "b"]]);
});

test("practice exercises are in bands, by difficulty and then as listed", () => {
  expect(order([practice("d", 8), practice("c", 3), practice("a", 1), practice("e", 4), practice("b", 1), practice("f", 10), practice("g", 7)])).toEqual([
    ["practice-easy", "a", "b", "c"],
    ["practice-medium", "e", "g"],
    ["practice-hard", "d", "f"],
  ]);
});

test("minutes grow with difficulty", () => {
  const minutes = Array.from({ length: 10 }, (_, index) => estimateLabMinutes(practice("x", index + 1)));
  expect(minutes).toEqual(minutes.toSorted((a, b) => a - b));
  expect([minutes[0], minutes[9], estimateLabMinutes(concept("c", []))]).toEqual([15, 120, 30]);
});
