import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { isBusy } from "../../sandbox/contract.ts";
import type { GradeResult, Limits, Sandbox } from "../../sandbox/contract.ts";
import { createSandbox } from "../../sandbox/sandbox.ts";
import { readCorpus } from "./corpus.ts";
import type { Sample } from "./corpus.ts";

const LIMITS = { memoryMb: 128, outputKb: 64 };
/** For programs that end, however busy the machine is. */
const ENOUGH = { ...LIMITS, cpuMs: 5_000, wallMs: 30_000 };
/** For programs that don't end: they use all of it. Those that may end another way get time for that. */
const LITTLE = { ...LIMITS, cpuMs: 600, wallMs: 4_000 };
const SOME = { ...LIMITS, cpuMs: 1_500, wallMs: 6_000 };
const honest = readCorpus("honest");
const hostile = readCorpus("hostile");
let sandbox: Sandbox;

beforeAll(async () => {
  sandbox = createSandbox({ workers: 2, languages: [] });
  await sandbox.ready([...new Set([...honest, ...hostile].map((sample) => sample.request.language))]);
});
afterAll(async () => {
  await sandbox.close(0);
});

async function grade(sample: Sample): Promise<GradeResult> {
  const answer = await sandbox.grade({ ...sample.request, limits: limitsFor(sample) });
  if (isBusy(answer)) throw new Error(answer.message);
  return answer;
}
function limitsFor({ outcomes }: Sample): Limits {
  if (!outcomes.includes("timed-out")) return ENOUGH;
  return outcomes.every((outcome) => outcome === "timed-out" || outcome === "out-of-memory") ? LITTLE : SOME;
}
function requireOutcome(sample: Sample, result: GradeResult): void {
  if (sample.outcomes.includes(result.outcome)) return;
  const { outcome, message } = result;
  const tests = result.tests.filter((test) => test.status !== "passed");
  throw new Error(`${sample.name} came to ${outcome}, not ${sample.outcomes.join(" or ")}: ${JSON.stringify({ message, tests }, null, 1)}`);
}

describe("honest programs", () => {
  it.each(honest.map((sample) => [sample.name, sample.attempt, sample] as const))("%s: %s", async (_name, _attempt, sample) => {
    const result = await grade(sample);
    requireOutcome(sample, result);
    expect(result.score).toBe(1);
    expect(result.tests.length).toBeGreaterThan(0);
  });
});

describe("hostile programs", () => {
  it.concurrent.each(hostile.map((sample) => [sample.name, sample.attempt, sample] as const))("%s: %s", async (_name, _attempt, sample) => {
    const result = await grade(sample);
    requireOutcome(sample, result);
    if (result.outcome !== "passed") expect(result.score).toBeLessThan(1);
    const text = JSON.stringify(result);
    expect(text).not.toContain("CANARY");
    expect(text).not.toContain("NONCE");
    expect(text).not.toMatch(/isolated-vm[^/]|node_modules|rung:(?!kernel)|\/work|\/tmp|node:internal|judge-realm/);
    expect(text.length).toBeLessThan(200_000);
    for (const test of result.tests) {
      expect((test.message ?? "").length).toBeLessThanOrEqual(2_100);
      expect((test.expected ?? "").length + (test.actual ?? "").length).toBeLessThanOrEqual(8_300);
    }
  });

  it("leaves the pool whole", async () => {
    await sandbox.ready();
    const result = await grade(honest.find((sample) => sample.name === "sum-loop.js") as Sample);
    expect(result.outcome).toBe("passed");
    expect(result.tests).toHaveLength(4);
  });
});
