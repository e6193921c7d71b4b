import { describe, expect, it } from "vitest";
import { fitsSession, MOST_COMMANDS } from "../../../app/features/labs/console-limits.ts";
import { buildConsoleRun, consoleRequest, readConsoleOutput } from "../../../app/features/labs/console-session.ts";

describe("a console's run", () => {
  const run = buildConsoleRun({
    files: { "count.sh": "if then # it's broken", "access.log": "a" }, earlier: ["cd '/tmp'"], command: "echo $X", mark: "m1",
    tests: [{ path: "count.bats", text: '@test "secret of the author" { :; }', group: "visible" }, { path: "more.log", text: "data", group: "visible" }],
  });

  it("plays earlier commands again without a word, and then the new one", () => {
    const script = run.files[".rung-console"] ?? "";
    expect(script.indexOf("eval 'cd '\\''/tmp'\\''' > /dev/null 2>&1\n")).toBeGreaterThan(0);
    expect(script).toContain("\neval 'echo $X'\n");
  });
  it("has data files and no test of the author's", () => {
    expect(run.tests.map(({ path }) => path)).toEqual(["rung-console.bats", "more.log"]);
    expect(JSON.stringify(run)).not.toContain("secret of the author");
  });
  it("lays scripts out itself, so that one that can't be read is still there to look at", () => {
    expect(Object.keys(run.files).sort()).toEqual([".rung-console", "access.log"]);
    expect(run.files[".rung-console"]).toContain("printf %s 'if then # it'\\''s broken' > 'count.sh'");
  });
});

describe("what a console's run printed", () => {
  it("is output, status and folder", () => {
    expect(readConsoleOutput("a\nb\n\nm1 3 alive /tmp/my folder\n", "m1")).toEqual({ output: "a\nb\n", status: 3, hasEnded: false, folder: "/tmp/my folder" });
    expect(readConsoleOutput("\nm1 0 ended /lab\n", "m1")).toEqual({ output: "", status: 0, hasEnded: true, folder: "/lab" });
  });
  it("names the shell, not the file behind the console", () => {
    expect(readConsoleOutput(".rung-console: line 10: nope: command not found\n\nm1 127 alive /lab\n", "m1")?.output).toBe("bash: nope: command not found\n");
  });
  it("is nothing where the run did not come to its end", () => {
    expect(readConsoleOutput("a\n", "m1")).toBeNull();
    expect(readConsoleOutput("a\n\nm1 0 alive /lab\n", "m2")).toBeNull();
  });
});

describe("a session", () => {
  it("has an end", () => {
    expect(fitsSession([], "ls")).toBe(true);
    expect(fitsSession(Array.from({ length: MOST_COMMANDS }, () => "ls"), "ls")).toBe(false);
    expect(fitsSession(["x".repeat(31_990)], "y".repeat(11))).toBe(false);
  });
  it("is refused by the server beyond it", () => {
    const asked = { files: {}, earlier: [], command: "ls", seed: "1" };
    expect(consoleRequest.safeParse(asked).success).toBe(true);
    for (const wrong of [{ command: "" }, { command: "x".repeat(4_001) }, { earlier: Array.from({ length: 201 }, () => "ls") }, { earlier: Array.from({ length: 9 }, () => "x".repeat(4_000)) }, { seed: "x".repeat(65) }]) {
      expect(consoleRequest.safeParse({ ...asked, ...wrong }).success).toBe(false);
    }
  });
});
