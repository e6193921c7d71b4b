/**
 * A run of ordinary tests while the start snapshot is made, in a context that is thrown away: what it calls has been compiled
 * when the first submission arrives. It decides nothing but speed.
 */
import type { realms } from "./realms.ts";

type Realms = typeof realms;
interface TestGlobals {
  describe(title: string, body: () => void): void;
  test: ((title: string, body: () => unknown) => void) & { each(rows: unknown[]): (title: string, body: (...args: never[]) => unknown) => void };
  expect(value: unknown): Record<string, (...expected: unknown[]) => unknown>;
  beforeEach(body: () => void): void;
}

/** Both ends are booted in one realm here, from two evaluations of the same code. */
export function warmUp(one: Realms, two: Realms): void {
  // Each end fixes how stacks are formatted, which only one can in one realm.
  const { defineProperty } = Object;
  Object.defineProperty = (<T>(target: T, key: PropertyKey, descriptor: PropertyDescriptor & ThisType<unknown>): T =>
    key === "prepareStackTrace" ? target : defineProperty(target, key, descriptor)) as typeof Object.defineProperty;

  let take: (path: string, namespace: object) => void = () => {};
  const control = one.bootJudge((judge) => {
    take = judge.take;
    return two.bootLearner(judge);
  }, () => {}, () => {}, () => 0, () => "null");

  control("configure", JSON.stringify({ secret: "", seed: "", outputCharacters: 1_000 }));
  control("learnerFile", "main.js", "[1]");
  const program = {
    __proto__: null, sum: (list: number[]) => list.reduce((total, item) => total + item, 0), Thing: class { size = 1; grow(): number { return (this.size += 1); } },
    items: (): object => ({ list: [1, { a: "b" }], map: new Map([[1, 2]]), set: new Set([1]), at: new Date(0) }), fail: (): never => { throw new RangeError("no"); },
    print: (text: string): void => console.log(text, [1, "two"], { three: 3 }), call: (act: (value: number) => unknown): unknown => act(1), later: async (): Promise<number> => 1,
  };
  take("main.js", program);
  control("isLoaded", "main.js");
  control("exportNames", "main.js");
  const face = (globalThis as unknown as { __judge: { exportsOf(path: string): typeof program } }).__judge.exportsOf("main.js");
  control("beginFile", "visible");

  const { describe, test, expect, beforeEach } = globalThis as unknown as TestGlobals;
  const matches = (value: unknown, matcher: string, ...expected: unknown[]): unknown => expect(value)[matcher]?.(...expected);
  beforeEach(() => {});
  describe("values", () => {
    test("plain", () => {
      matches(face.sum([1, 2]), "toBe", 3);
      matches("text", "toContain", "ex");
      matches("text", "toMatch", /ex/);
      matches([1, 2], "toHaveLength", 2);
      matches(0.3, "toBeCloseTo", 0.3);
      matches(2, "toBeGreaterThan", 1);
      for (const matcher of ["toBeTruthy", "toBeDefined"]) matches(1, matcher);
      matches(undefined, "toBeUndefined");
      matches(null, "toBeNull");
      matches(true, "toBe", true);
    });
    test("deep", () => {
      const expected = { list: [1, { a: "b" }], map: new Map([[1, 2]]), set: new Set([1]), at: new Date(0) };
      for (const matcher of ["toEqual", "toStrictEqual", "toMatchObject"]) matches(face.items(), matcher, expected);
      matches(new face.Thing(), "toBeInstanceOf", face.Thing);
      matches(new face.Thing().grow(), "toBe", 2);
    });
    test("thrown", () => {
      matches(() => face.fail(), "toThrow");
      matches(() => face.fail(), "toThrow", RangeError);
      matches(() => face.fail(), "toThrow", "no");
    });
    test("printed", () => {
      face.print("text");
      matches(face.call((value) => value + 1), "toBe", 2);
    });
    test("waited for", async () => void matches(await face.later(), "toBe", 1));
    test.each([[1, 2]])("each %d", (a: never, b: never) => matches(a + b, "toBe", 3));
    test("failing", () => matches(face.items(), "toEqual", { list: [] }));
  });
  control("run");
  control("status");
}
