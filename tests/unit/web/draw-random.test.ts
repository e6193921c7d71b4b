import { expect, it } from "vitest";
import { drawRandom } from "../../../app/draw-random.server.ts";
import { makeId } from "../../../app/make-id.server.ts";

it("draws as many bytes as asked for, none twice, beyond the end of its supply", () => {
  const drawn = Array.from({ length: 2_000 }, () => drawRandom(16).toString("hex"));
  expect(new Set(drawn).size).toBe(2_000);
  for (const text of drawn) expect(text).toMatch(/^(?!0{32})[0-9a-f]{32}$/);
});

it("gives bytes that stay what they are while others are drawn", () => {
  const first = drawRandom(16);
  const seen = first.toString("hex");
  for (let i = 0; i < 600; i += 1) drawRandom(16);
  expect(first.toString("hex")).toBe(seen);
});

it("makes ids of 21 characters that fit into URLs, each a new one", () => {
  const ids = Array.from({ length: 1_000 }, makeId);
  expect(new Set(ids).size).toBe(1_000);
  for (const id of ids) expect(id).toMatch(/^[\w-]{21}$/);
});
