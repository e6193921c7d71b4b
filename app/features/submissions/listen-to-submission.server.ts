import { findSubmission } from "../../../db/queries/submissions.ts";
import type { Deps } from "../../deps.server.ts";
import type { LearnerResult } from "./learner-result.ts";
import { findLearnerResult } from "./open-submission.server.ts";

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
  let notify = () => {};
  let hasMoved = false;
  const move = () => {
    hasMoved = true;
    notify();
  };
  const stop = deps.grading.listen(id, move);
  signal.addEventListener("abort", move, { once: true });
  try {
    for (let said: string | null = null; !signal.aborted; ) {
      hasMoved = false;
      const submission = await findSubmission(deps.db, { id, userId });
      if (!submission) return;
      if (submission.state === "done") return yield { state: "done", result: await findLearnerResult(deps, submission) };
      if (submission.state !== said) yield { state: submission.state };
      said = submission.state;
      if (!hasMoved && !signal.aborted) await new Promise<void>((resolve) => (notify = resolve));
    }
  } finally {
    stop();
    signal.removeEventListener("abort", move);
  }
}

/** Waits until somebody's own submission is done, at the most `timeoutMs`. */
export async function waitForSubmission(deps: Pick<Deps, "db" | "catalog" | "grading">, { id, userId, timeoutMs }: { id: string; userId: string; timeoutMs: number }): Promise<void> {
  const signal = AbortSignal.timeout(timeoutMs);
  for await (const event of listenToSubmission(deps, { id, userId, signal })) if (event.state === "done") return;
}
