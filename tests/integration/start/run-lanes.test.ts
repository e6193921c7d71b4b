import { afterEach, beforeEach, describe, expect, it, vi, type MockInstance } from "vitest";
import { run } from "../../../bin/tests/run-command.mjs";
import { runLanes } from "../../../bin/tests/run-lanes.mjs";

let said: MockInstance<typeof console.log>;
beforeEach(() => {
  said = vi.spyOn(console, "log").mockImplementation(() => {});
});
afterEach(() => said.mockRestore());

const readSaid = () => said.mock.calls.map(([line]) => String(line));

describe("steps in lanes", () => {
  it("run one after another in a lane, and the lanes side by side", async () => {
    const order: string[] = [];
    const ends = new Map<string, () => void>();
    const lanes = runLanes([["a", "b"], ["c"]], async (step) => {
      order.push(`${step} began`);
      await new Promise<void>((resolve) => ends.set(step, resolve));
      order.push(`${step} ended`);
      return { passed: 1, failed: 0 };
    });
    await vi.waitFor(() => expect(order).toEqual(["a began", "c began"]));
    ends.get("a")?.();
    await vi.waitFor(() => expect(order).toEqual(["a began", "c began", "a ended", "b began"]));
    ends.get("b")?.();
    ends.get("c")?.();
    expect(await lanes).toEqual({ passed: 3, failed: 0 });
  });

  it("are summed up, and each is told of with its own numbers", async () => {
    const results: Record<string, { passed: number; failed: number }> = { a: { passed: 5, failed: 0 }, b: { passed: 2, failed: 3 }, c: { passed: 1, failed: 1 } };
    expect(await runLanes([["a", "b"], ["c"]], async (step) => results[step] ?? { passed: 0, failed: 0 })).toEqual({ passed: 8, failed: 4 });
    expect(readSaid().map((line) => line.replace(/ \(\d+ s\)$/, "")).sort()).toEqual(["✓ a: 5 passed, 0 failed", "✗ b: 2 passed, 3 failed", "✗ c: 1 passed, 1 failed"].sort());
  });

  it("that break have failed, and stop no other", async () => {
    const breaking = async (step: string) => {
      if (step !== "b") return { passed: 1, failed: 0 };
      throw new Error("no such program");
    };
    expect(await runLanes([["a", "b", "c"], ["d"]], breaking)).toEqual({ passed: 3, failed: 1 });
    expect(readSaid().join("\n")).toContain("b broke: Error: no such program");
  });
});

describe("a program that is shown", () => {
  const context = { root: process.cwd(), env: process.env };

  it("has its name before each line of both its outputs, and keeps its code", async () => {
    const { code } = await run(context, process.execPath, ["-e", "console.log('one\\ntwo'); console.error('three'); process.exitCode = 4;"], { showAs: "e2e" });
    expect(code).toBe(4);
    expect(readSaid().sort()).toEqual(["e2e │ one", "e2e │ three", "e2e │ two"]);
  });

  it("and cannot be started has failed", async () => {
    expect(await run(context, "/nowhere/at-all", [], { showAs: "e2e" })).toMatchObject({ code: 1 });
  });
});
