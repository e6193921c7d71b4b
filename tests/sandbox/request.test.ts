import { describe, expect, it } from "vitest";
import { DEFAULT_LIMITS, LIMIT_CEILINGS, SOURCE_LIMITS } from "../../sandbox/contract.ts";
import { answerUrl } from "../../sandbox/languages/javascript/isolate.ts";
import { resolvePath } from "../../sandbox/languages/javascript/resolve.ts";
import { listTestImports } from "../../sandbox/languages/javascript/test-imports.ts";
import { explainFloor } from "../../sandbox/layers.ts";
import { explainRequest, resolveLimits } from "../../sandbox/request.ts";

describe("limits", () => {
  it("are the defaults where nothing is asked for, and never above the ceilings", () => {
    expect(resolveLimits(undefined)).toEqual(DEFAULT_LIMITS);
    expect(resolveLimits({ cpuMs: 1e9, wallMs: Infinity, memoryMb: 1e9, outputKb: NaN })).toEqual({ ...LIMIT_CEILINGS, wallMs: DEFAULT_LIMITS.wallMs, outputKb: DEFAULT_LIMITS.outputKb });
    expect(resolveLimits({ cpuMs: 1_000, memoryMb: -5 })).toMatchObject({ cpuMs: 1_000, memoryMb: 16 });
  });
});

describe("a request", () => {
  const test = { path: "a.test.js", text: "", group: "visible" as const };
  it("is refused when it is too large or too much", () => {
    expect(explainRequest({ language: "javascript", files: { "a.js": "x".repeat(SOURCE_LIMITS.fileBytes + 1) }, tests: [test] })).toMatch(/a\.js is larger/);
    expect(explainRequest({ language: "javascript", files: { "a.js": "é".repeat(SOURCE_LIMITS.fileBytes / 2 + 1) }, tests: [] })).toMatch(/larger/);
    const many = Object.fromEntries(Array.from({ length: SOURCE_LIMITS.files }, (_, i) => [`${i}.js`, ""]));
    expect(explainRequest({ language: "javascript", files: many, tests: [] })).toBeNull();
    expect(explainRequest({ language: "javascript", files: many, tests: [test] })).toMatch(/more than 64 files/);
    const big = Object.fromEntries(Array.from({ length: 5 }, (_, i) => [`${i}.js`, "x".repeat(250_000)]));
    expect(explainRequest({ language: "javascript", files: big, tests: [] })).toMatch(/together/);
  });
  it.each(["../a.js", "/etc/passwd", "a/../b.js", "./a.js", "a//b.js", "", "a\nb.js", "a\u0000.js", "a\\b.js", "x".repeat(201)])("may not name a file %j", (path) => {
    expect(explainRequest({ language: "javascript", files: { [path]: "" }, tests: [] })).toMatch(/can't be the name/);
  });
  it.each(["a.js", "lib/a-b.test.ts", "with space.js", "[slug].js".replace(/[[\]]/g, "")])("may name a file %j", (path) => {
    expect(explainRequest({ language: "javascript", files: { [path]: "" }, tests: [] })).toBeNull();
  });
});

describe("the floor of versions", () => {
  it.each([
    ["24.0.0", "7.0.1", null], ["26.1.0", "7.1.0", null], ["24.21.0", "10.0.0", null],
    ["22.20.0", "7.0.1", /needs Node/], ["24.21.0", "7.0.0", /known hole/], ["24.21.0", "6.9.9", /known hole/], ["24.21.0", "7.0.1-rc.1", /known hole/],
  ])("with Node %s and isolated-vm %s", (node, isolatedVm, expected) => {
    const said = explainFloor({ node, isolatedVm });
    if (expected === null) expect(said).toBeNull();
    else expect(said).toMatch(expected);
  });
});

describe("paths of the workspace", () => {
  const has = (...names: string[]) => (path: string) => names.includes(path);
  it("are found beside the importing file with and without ending", () => {
    expect(resolvePath("./sum", "sum.test.js", has("sum.js"))).toBe("sum.js");
    expect(resolvePath("./sum.js", "sum.test.ts", has("sum.ts"))).toBe("sum.ts");
    expect(resolvePath("./lib/x", "a.js", has("lib/x.ts"))).toBe("lib/x.ts");
    expect(resolvePath("../sum", "test/a.js", has("sum.js"))).toBe("sum.js");
  });
  it("are never outside it, and packages are none", () => {
    expect(resolvePath("../../../etc/passwd", "a.js", has("/etc/passwd", "../../../etc/passwd"))).toBeNull();
    expect(resolvePath("/etc/passwd", "a.js", () => true)).toBeNull();
    expect(resolvePath("fs", "a.js", () => true)).toBeNull();
  });
});

it("names that a test imports are read from its usual forms", () => {
  expect(listTestImports('import main, { a, b as c, type T } from "./x";\nimport * as all from "./y";\nimport { \n d,\n e } from \'./z\';\nimport type { F } from "./x";')).toEqual([
    { specifier: "./x", name: "default" }, { specifier: "./x", name: "a" }, { specifier: "./x", name: "b" }, { specifier: "./z", name: "d" }, { specifier: "./z", name: "e" },
  ]);
});

it("URLs are parsed from text to text and nothing else", () => {
  expect(JSON.parse(answerUrl('{"href":"http://a:8/b?c#d"}'))).toMatchObject({ host: "a:8", pathname: "/b", search: "?c", hash: "#d" });
  expect(JSON.parse(answerUrl('{"href":"http://a/","set":"pathname","value":"x y"}'))).toMatchObject({ href: "http://a/x%20y" });
  for (const wrong of ["", "null", "{}", '{"href":5}', '{"href":"nope"}', "x".repeat(200_000), '{"href":"http://a/","base":{}}']) expect(answerUrl(wrong)).toBe("null");
});
