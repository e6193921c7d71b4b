/** Grades programs whose outcome is known, through the real sandbox. */
import { isBusy, type GradeRequest, type Language, type Sandbox } from "../sandbox/contract.ts";
import { buildSelfTest, type SelfTestPrograms } from "./self-test-programs.ts";

/** Longest wait for an engine: Python's starts in several seconds, in many more on a machine that is busy. */
const START_LIMIT_MS = 120_000;

export interface LanguageReport {
  language: Language;
  /** What is wrong; null when the language grades as it should. */
  problem: string | null;
  /** Name and version of what graded; null when nothing did. */
  engine: string | null;
  /** Until its first worker could take a run, milliseconds. */
  startMs: number | null;
  /** A right program on a worker that has run before, as a person waits for it, milliseconds. */
  warmMs: number | null;
}

/** One language after the other, so that their times are their own. Never throws. */
export async function testLanguages(sandbox: Pick<Sandbox, "grade" | "ready">): Promise<LanguageReport[]> {
  const reports: LanguageReport[] = [];
  const again = buildSelfTest(2);
  for (const [index, programs] of buildSelfTest(1).entries()) reports.push(await testLanguage(sandbox, programs, (again[index] ?? programs).right));
  return reports;
}

async function testLanguage(sandbox: Pick<Sandbox, "grade" | "ready">, { language, right, wrong }: SelfTestPrograms, rightAgain: GradeRequest): Promise<LanguageReport> {
  const report: LanguageReport = { language, problem: null, engine: null, startMs: null, warmMs: null };
  try {
    const startedAt = performance.now();
    await readyInTime(sandbox, language);
    report.startMs = Math.round(performance.now() - startedAt);
    report.problem = (await expectOutcome(right, "passed", "a right program")) ?? (await expectOutcome(wrong, "failed", "a wrong program"));
    // Whatever a worker makes for its next run is made by now.
    await new Promise((resolve) => setTimeout(resolve, 50));
    await readyInTime(sandbox, language);
    report.problem ??= await expectOutcome(rightAgain, "passed", "a right program");
  } catch (error) {
    report.problem = error instanceof Error ? error.message : String(error);
  }
  return report;

  async function expectOutcome(request: GradeRequest, expected: "passed" | "failed", what: string): Promise<string | null> {
    const answer = await sandbox.grade(request);
    if (isBusy(answer)) return answer.message;
    report.engine = answer.engine;
    report.warmMs = answer.durationMs;
    if (answer.outcome === expected) return null;
    const cause = answer.message ?? answer.tests.find(({ message }) => message !== null)?.message;
    return `${what} ended as “${answer.outcome}”, not “${expected}”${cause ? `: ${cause}` : "."}`;
  }
}

async function readyInTime(sandbox: Pick<Sandbox, "ready">, language: Language): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error(`Its engine was not ready after ${START_LIMIT_MS / 1_000} s. The machine may be too busy, or have too little memory.`)), START_LIMIT_MS);
  });
  try {
    await Promise.race([sandbox.ready([language]), late]);
  } finally {
    clearTimeout(timer);
  }
}
