import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { describe, expect, it } from "vitest";
import type { Figure } from "../../bench/row.ts";

const bench = (...args: string[]): Promise<{ stdout: string }> =>
  promisify(execFile)(process.execPath, ["--no-node-snapshot", "--disable-warning=ExperimentalWarning", fileURLToPath(new URL("../../bench/sandbox.ts", import.meta.url)), ...args]);

describe.skipIf(process.platform !== "linux")("npm run bench:sandbox", () => {
  it("measures one row and gives its figures as JSON", async () => {
    const { stdout } = await bench("--quick", "--json", "--only", "sql");
    const report = JSON.parse(stdout) as { machine: { cores: number }; loadBefore: number; loadAfter: number; problems: string[]; results: Record<string, Figure[]> };
    expect(report.problems).toEqual([]);
    expect(Object.keys(report.results)).toEqual(["sql"]);
    const figure = report.results["sql"]?.[0] as Figure;
    expect(figure).toMatchObject({ unit: "x", goal: { must: 3, aim: 1.5, better: "less" } });
    expect(figure.spread.median).toBeGreaterThan(0);
    expect(figure.spread.low).toBeLessThanOrEqual(figure.spread.high);
    expect(figure.note).toMatch(/^sql [\d.]+ ms, javascript [\d.]+ ms$/);
    expect(report.machine.cores).toBeGreaterThan(0);
  });

  it("lists its rows, and names them when asked for one that is not there", async () => {
    const { stdout } = await bench("--list");
    expect(stdout.trim().split("\n").map((line) => line.split(" ")[0])).toEqual(["cpu", "latency", "sql", "python", "bash", "burst", "hostile", "memory", "start", "workers", "sizes", "membrane"]);
    await expect(bench("--only", "nothing")).rejects.toMatchObject({ code: 2, stderr: expect.stringContaining("There is no row nothing") as string });
  });
});
