/** The one grading function: never throws, always a result. */
import { randomUUID } from "node:crypto";
import { DEFAULT_LIMITS, isBusy } from "./contract.ts";
import type { Busy, Grade, GradeRequest, GradeResult, Outcome, RunRecord } from "./contract.ts";
import { findEngine } from "./engines.ts";
import type { Run, Verdict } from "./pool.ts";
import { explainRequest, resolveLimits } from "./request.ts";

/** Waits for a worker and runs there. Resolves always. */
export type Enqueue = (run: Run, request: GradeRequest, signal: AbortSignal | undefined) => Promise<Verdict | Busy>;

export interface GradeDeps {
  enqueue: Enqueue;
  /** A sentence while nothing can be graded; null when it can. */
  unusable(): string | null;
  retryAfterMs: number;
  log(event: object): void;
  /** Told of each result that is given. */
  onRun(run: RunRecord): void;
}

const NOT_YOURS = "This is not your mistake; please try again later.";

export function createGrade(deps: GradeDeps): Grade {
  const { unusable, log, onRun } = deps;
  return async (request, options) => {
    const startedAt = performance.now();
    const timing = { waitedMs: 0, durationMs: 0 };
    let engine = `node/${process.versions.node}`;
    const answer = (verdict: Verdict): GradeResult => {
      onRun({ language: request.language, priority: request.priority ?? "run", outcome: verdict.outcome, ...timing });
      return { ...verdict, durationMs: Math.round((performance.now() - startedAt) * 10) / 10, engine };
    };
    const without = (outcome: Outcome, message: string): GradeResult => answer({ outcome, score: 0, tests: [], output: "", message, diagnostics: [] });
    try {
      const description = findEngine(request.language);
      if (description === undefined) return without("crashed", `${request.language} is not available in this build.`);
      engine = `${description.version()} ${engine}`;
      const problem = explainRequest(request);
      if (problem !== null) return without("errored", problem);
      const reason = unusable();
      if (reason !== null) return without("crashed", reason);
      const run: Run = {
        engine: description.kind, language: request.language, files: request.files, tests: request.tests,
        reference: request.reference ?? {}, runSkipped: request.runSkipped === true, limits: resolveLimits(request.limits), seed: request.seed ?? randomUUID(), timing,
      };
      const verdict = await runPatiently(deps, run, request, options?.signal);
      if (isBusyVerdict(verdict)) return verdict;
      return answer(await addTypeErrors(deps, verdict, run, request, options?.signal));
    } catch (error) {
      log({ event: "grade-threw", error: error instanceof Error ? error.stack : String(error) });
      return without("crashed", `The grader failed. ${NOT_YOURS}`);
    }
  };
}

/** A crash is ours: it is tried again once before it is said. */
async function runPatiently({ enqueue, unusable, log, retryAfterMs }: GradeDeps, run: Run, request: GradeRequest, signal: AbortSignal | undefined): Promise<Verdict | Busy> {
  const first = await enqueue(run, request, signal);
  if (isBusyVerdict(first) || first.outcome !== "crashed" || unusable() !== null || signal?.aborted === true) return first;
  log({ event: "grade-retried", engine: run.engine });
  // Whatever ended that worker may have ended others, of which the pool is about to hear.
  await new Promise((resolve) => setTimeout(resolve, retryAfterMs));
  const second = await enqueue(run, request, signal);
  if (isBusyVerdict(second) || second.outcome !== "crashed") return second;
  return { ...second, message: `${second.message ?? "The grader crashed."} ${NOT_YOURS}` };
}

/** Looks for type errors where the request wants them; only `fatal` ones change the outcome. */
async function addTypeErrors(deps: GradeDeps, verdict: Verdict, run: Run, request: GradeRequest, signal: AbortSignal | undefined): Promise<Verdict> {
  const wanted = request.language === "typescript" ? (request.typeErrors ?? "ignore") : "ignore";
  const isFatal = wanted === "fatal";
  if (wanted === "ignore" || verdict.outcome === "crashed" || (verdict.outcome === "passed" && !isFatal)) return verdict;
  // Without an owner: it belongs to a run that has had its turn.
  const { owner: _, ...unowned } = request;
  // A lab's limits are for its program: they say nothing of what a compiler needs.
  const checked = await runPatiently(deps, { ...run, engine: "types", tests: [], limits: DEFAULT_LIMITS }, unowned, signal);
  const refuse = (outcome: Outcome, message: string): Verdict => (verdict.outcome === "passed" ? { ...verdict, outcome, score: 0, message } : verdict);
  if (isBusyVerdict(checked)) return isFatal ? refuse("crashed", checked.message) : verdict;
  // This engine declares no tests, and so a check that came to its end is `errored` to the census.
  if (checked.outcome !== "errored") return isFatal ? refuse(checked.outcome, `The types could not be checked: ${checked.message ?? checked.outcome}`) : verdict;
  const { diagnostics } = checked;
  const [first] = diagnostics;
  if (first === undefined || !isFatal) return { ...verdict, diagnostics };
  return { ...refuse("errored", `${first.path}, line ${first.line}: ${first.message}`), diagnostics };
}

function isBusyVerdict(answer: Verdict | Busy): answer is Busy {
  return isBusy(answer as GradeResult | Busy);
}
