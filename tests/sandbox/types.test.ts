import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { isBusy } from "../../sandbox/contract.ts";
import type { GradeRequest, GradeResult, Sandbox } from "../../sandbox/contract.ts";
import { createSandbox } from "../../sandbox/sandbox.ts";

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = createSandbox({ workers: 1 });
  await sandbox.ready(["typescript"]);
});
afterAll(() => sandbox.close(0));

const RIGHT = "export const sum = (a: number, b: number): number => a + b;\n";
const ILL_TYPED = "export const sum = (a: number, b: number): string => a + b;\n";
const WRONG = "export const sum = (a: number, b: number): string => a - b;\n";

async function grade(files: string | Record<string, string>, typeErrors: GradeRequest["typeErrors"], more: Partial<GradeRequest> = {}): Promise<GradeResult> {
  const answer = await sandbox.grade({
    language: "typescript", files: typeof files === "string" ? { "main.ts": files } : files,
    tests: [{ path: "main.test.ts", text: 'import { sum } from "./main.ts";\ntest("adds", () => { expect(sum(1, 2)).toBe(3); });\nconst wrong: string = 1;\n', group: "visible" }],
    ...(typeErrors === undefined ? {} : { typeErrors }), ...more,
  });
  if (isBusy(answer)) throw new Error(answer.message);
  return answer;
}
/** As an editor would list them. */
const said = ({ diagnostics }: GradeResult): string[] => diagnostics.map(({ path, line, column, message }) => `${path}:${line}:${column} ${message}`);

describe("type errors that are fatal", () => {
  it("let a program pass that has none, whatever the tests' own types are", async () => {
    expect(await grade(RIGHT, "fatal")).toMatchObject({ outcome: "passed", score: 1, diagnostics: [] });
  });
  it("keep a program from passing, and its tests are still told", async () => {
    const result = await grade(ILL_TYPED, "fatal");
    expect(result).toMatchObject({ outcome: "errored", score: 0, message: "main.ts, line 1: Type 'number' is not assignable to type 'string'.", tests: [{ name: "adds", status: "passed" }] });
    expect(said(result)).toEqual(["main.ts:1:54 Type 'number' is not assignable to type 'string'."]);
  });
  it("count comments that hide them as such", async () => {
    const result = await grade(`// @ts-nocheck\n${RIGHT}// @ts-ignore\nexport const x = 1; // @ts-expect-error\n`, "fatal");
    expect(result.outcome).toBe("errored");
    expect(said(result)).toEqual([
      "main.ts:1:1 @ts-nocheck hides type errors instead of solving them: remove it.",
      "main.ts:3:1 @ts-ignore hides type errors instead of solving them: remove it.",
      "main.ts:4:21 @ts-expect-error hides type errors instead of solving them: remove it.",
    ]);
  });
  it("need a lab's own limits only for the program", async () => {
    expect(await grade(RIGHT, "fatal", { limits: { cpuMs: 300, memoryMb: 64 } })).toMatchObject({ outcome: "passed" });
  });
});

describe("type errors that explain", () => {
  it("are told of a program that fails, and change nothing else", async () => {
    const result = await grade(WRONG, "explain");
    expect(result).toMatchObject({ outcome: "failed", message: null, tests: [{ status: "failed" }] });
    expect(said(result)).toEqual(["main.ts:1:54 Type 'number' is not assignable to type 'string'."]);
  });
  it("are not looked for in a program that passes, nor where nobody asks", async () => {
    expect(await grade(ILL_TYPED, "explain")).toMatchObject({ outcome: "passed", diagnostics: [] });
    expect(await grade(WRONG, "ignore")).toMatchObject({ outcome: "failed", diagnostics: [] });
    expect(await grade(WRONG, undefined)).toMatchObject({ outcome: "failed", diagnostics: [] });
  });
});

describe("what the compiler knows", () => {
  it("is every file of the learner's, by the names that imports have here", async () => {
    const files = {
      "main.ts": 'import { add } from "./add";\nimport { one } from "./deep/one.ts";\nimport data from "./data.json";\nimport { plain } from "./plain.js";\nexport const sum = (a: number, b: number): number => add(a, b) + one - data.n + plain;\nexport const n: string = data.n;\n',
      "add.ts": "export const add = (a: number, b: number): number => a + b;\nlet name = 1;\nname = 'x';\n", "deep/one.ts": "export const one = 1;\n", "data.json": '{ "n": 1 }', "plain.js": "export const plain = 0;\nplain.x.y;\n",
    };
    expect(said(await grade(files, "fatal"))).toEqual(["add.ts:3:1 Type 'string' is not assignable to type 'number'.", "main.ts:6:14 Type 'number' is not assignable to type 'string'."]);
  });
  it("is neither a browser nor Node nor any file of the machine", async () => {
    const source = `/// <reference path="/etc/passwd" />\n/// <reference lib="dom" />\nimport type { Stats } from "node:fs";\n${RIGHT}document.title = process.argv[0] as string;\nexport type S = Stats;\n`;
    const messages = said(await grade(source, "fatal"));
    expect(messages.map((message) => message.split(" ", 1)[0])).toEqual(["main.ts:1:22", "main.ts:3:28", "main.ts:5:1", "main.ts:5:18"]);
    expect(messages[2]).toBe("main.ts:5:1 Cannot find name 'document'.");
    expect(messages.join("\n")).not.toMatch(/npm|install|node_modules|library\/|\/lab\//);
  });
  it("is nothing of the program before: a run's declarations end with it", async () => {
    await grade(`${WRONG}declare global { interface Array<T> { mine: T } var hers: string }\n`, "explain");
    const result = await grade(`${RIGHT}export const x = [1].mine + hers;\n`, "fatal");
    expect(said(result)).toEqual(["main.ts:2:22 Property 'mine' does not exist on type 'number[]'.", "main.ts:2:29 Cannot find name 'hers'."]);
  });
  it("is fifty errors at the most, of five hundred characters at the most", async () => {
    const { diagnostics } = await grade(`${RIGHT}${"nothing;\n".repeat(80)}`, "fatal");
    expect(diagnostics).toHaveLength(50);
    const long = await grade(`${RIGHT}export const x: { ${Array.from({ length: 60 }, (_, index) => `property_number_${index}: "${"y".repeat(20)}"`).join("; ")} } = 1 as unknown as { ${Array.from({ length: 60 }, (_, index) => `property_number_${index}: 1`).join("; ")} };\n`, "fatal");
    expect(long.diagnostics[0]?.message.length).toBeGreaterThan(0);
    for (const { message } of long.diagnostics) expect(message.length).toBeLessThanOrEqual(500);
  });
});
