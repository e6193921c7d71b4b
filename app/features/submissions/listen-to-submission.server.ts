import { findSubmissionPlace } from "../../../db/queries/submissions.ts";
import type { Deps } from "../../deps.server.ts";
import type { LearnerResult } from "./learner-result.ts";
import type { Move } from "./grading-queue.server.ts";
import { findLearnerResult, viewVerdict } from "./open-submission.server.ts";

/** What a page that waits is told. `done` is the last. */
export type SubmissionEvent = { state: "queued" } | { state: "running" } | { state: "done"; result: LearnerResult | null };

interface Watched {
  id: string;
  userId: string;
  /** Ends the listening, e.g. when the page has gone. */
  signal: AbortSignal;
}

/**
 * The states of somebody's own submission, from the one of now to `done`; nothing for another person's. Works when
 * it was done long ago, and sees every change: it listens before it looks.
 */
export async function* listenToSubmission(deps: Pick<Deps, "db" | "catalog" | "grading">, { id, userId, signal }: Watched): AsyncGenerator<SubmissionEvent> {
  const moves: Move[] = [];
  let notify = () => {};
  const stop = deps.grading.listen(id, (move) => {
    moves.push(move);
    notify();
  });
  const wakeUp = () => notify();
  signal.addEventListener("abort", wakeUp, { once: true });
  try {
    const submission = await findSubmissionPlace(deps.db, { id, userId });
    if (!submission) return;
    // The row of a verdict that is on its way to the disk says `done` already.
    const isDone = submission.state === "done" && !deps.grading.isGrading(id) && moves.length === 0;
    if (isDone) return yield { state: "done", result: await findLearnerResult(deps, submission) };
    let said = submission.state === "queued" ? submission.state : ("running" as const);
    yield { state: said };
    while (!signal.aborted) {
      const move = moves.shift();
      if (move === undefined) await new Promise<void>((resolve) => (notify = resolve));
      else if (move.state === "done") return yield { state: "done", result: viewVerdict(deps, submission, move.result) };
      else if (move.state !== said) yield { state: (said = move.state) };
    }
  } finally {
    stop();
    signal.removeEventListener("abort", wakeUp);
  }
}

/** Waits until somebody's own submission is done, at the most `timeoutMs`. */
export async function waitForSubmission(deps: Pick<Deps, "db" | "catalog" | "grading">, { id, userId, timeoutMs }: { id: string; userId: string; timeoutMs: number }): Promise<void> {
  const signal = AbortSignal.timeout(timeoutMs);
  for await (const event of listenToSubmission(deps, { id, userId, signal })) if (event.state === "done") return;
}
