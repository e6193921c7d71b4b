/** The one grading function: never throws, always a result. */
import { randomUUID } from "node:crypto";
import { isBusy } from "./contract.ts";
import type { Busy, Grade, GradeRequest, GradeResult, Outcome } from "./contract.ts";
import type { Run, Verdict } from "./pool.ts";
import { explainRequest, resolveLimits } from "./request.ts";

/** Waits for a worker and runs there. Resolves always. */
export type Enqueue = (run: Run, request: GradeRequest, signal: AbortSignal | undefined) => Promise<Verdict | Busy>;

export interface GradeDeps {
  enqueue: Enqueue;
  /** A sentence while nothing can be graded; null when it can. */
  unusable(): string | null;
  engine: string;
  retryAfterMs: number;
  log(event: object): void;
  onOutcome(outcome: Outcome): void;
}

export function createGrade({ enqueue, unusable, engine, retryAfterMs, log, onOutcome }: GradeDeps): Grade {
  return async (request, options) => {
    const startedAt = performance.now();
    const answer = (verdict: Verdict): GradeResult => {
      onOutcome(verdict.outcome);
      return { ...verdict, durationMs: Math.round((performance.now() - startedAt) * 10) / 10, engine };
    };
    const without = (outcome: Outcome, message: string): GradeResult => answer({ outcome, score: 0, tests: [], output: "", message });
    try {
      if (request.language !== "javascript" && request.language !== "typescript") {
        return without("crashed", `${request.language} is not available in this build.`);
      }
      const problem = explainRequest(request);
      if (problem !== null) return without("errored", problem);
      const reason = unusable();
      if (reason !== null) return without("crashed", reason);
      const run: Run = {
        language: request.language, files: request.files, tests: request.tests, limits: resolveLimits(request.limits), seed: request.seed ?? randomUUID(),
      };
      let verdict = await enqueue(run, request, options?.signal);
      if (isBusyVerdict(verdict)) return verdict;
      if (verdict.outcome === "crashed" && unusable() === null && options?.signal?.aborted !== true) {
        log({ event: "grade-retried" });
        // Whatever ended that worker may have ended others, of which the pool is about to hear.
        await new Promise((resolve) => setTimeout(resolve, retryAfterMs));
        verdict = await enqueue(run, request, options?.signal);
        if (isBusyVerdict(verdict)) return verdict;
        if (verdict.outcome === "crashed") verdict = { ...verdict, message: `${verdict.message ?? "The grader crashed."} This is not your mistake; please try again later.` };
      }
      return answer(verdict);
    } catch (error) {
      log({ event: "grade-threw", error: error instanceof Error ? error.stack : String(error) });
      return without("crashed", "The grader failed. This is not your mistake; please try again later.");
    }
  };
}

function isBusyVerdict(answer: Verdict | Busy): answer is Busy {
  return isBusy(answer as GradeResult | Busy);
}
