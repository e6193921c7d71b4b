import { expect, test } from "vitest";
import { pairMoves } from "../../../app/features/authoring/pair-moves.ts";

const at = (path: string, hash = path) => ({ path, hash });

test("a file under another number is the same one, though its text changed a little", () => {
  expect([...pairMoves([at("01-a/02-x/lab.md", "old")], [at("01-a/03-x/lab.md", "new")])]).toEqual([["01-a/03-x/lab.md", "01-a/02-x/lab.md"]]);
});
test("a file of the same content under another name is the same one", () => {
  expect([...pairMoves([at("a/one.md", "h"), at("a/two.md", "h")], [at("b/two.md", "h"), at("b/uno.md", "h")])]).toEqual([["b/two.md", "a/two.md"], ["b/uno.md", "a/one.md"]]);
});
test("other files are new and removed", () => {
  expect(pairMoves([at("a.md")], [at("b.md")]).size).toBe(0);
});
test("no removed file is two new ones", () => {
  expect(pairMoves([at("a.md", "h")], [at("b.md", "h"), at("c.md", "h")]).size).toBe(1);
});
