import { listUnverifiedPasses, nextTestRunNumber } from "../../../db/queries/reverifications.ts";
import type { Submission } from "../../../db/queries/submissions.ts";
import { insertTestRun } from "../../../db/queries/test-runs.ts";
import { isBusy } from "../../../sandbox/contract.ts";
import type { Catalog, Lab } from "../../catalog/catalog.ts";
import { listActivities } from "../../catalog/find.ts";
import type { Wiring } from "../../deps.server.ts";
import { buildGradeRequest } from "../submissions/grading-rules.ts";

/** Between two looks at whether the catalog is another one, milliseconds. */
const LOOK_EVERY_MS = 15_000;
/** Rows that are read at once. */
const BATCH = 20;
const BUSY_WAIT_MAX_MS = 5_000;

export interface Reverifier {
  /** Looks now; resolves when every old pass has a verdict by the present tests. */
  sweep(): Promise<void>;
  /** Begins nothing more and ends what runs. */
  close(): Promise<void>;
}

export type ReverifierParts = Pick<Wiring, "db" | "catalogSource" | "sandbox" | "now" | "newId" | "log"> & { lookEveryMs?: number };

/**
 * Tries old passing code with tests that were changed after it, whenever the catalog is another one: one at a time, after
 * everything else that the sandbox has to do. Completions stay whatever comes out; a verdict is a further test run of the
 * submission.
 */
export function createReverifier(parts: ReverifierParts): Reverifier {
  const { db, catalogSource, sandbox, log } = parts;
  const abort = new AbortController();
  let swept: Catalog | null = null;
  let running: Promise<void> | null = null;

  async function sweepAll(): Promise<void> {
    const catalog = catalogSource.current();
    for (const course of catalog.courses) {
      for (const activity of listActivities(course)) if (activity.kind === "lab") await sweepLab(activity);
    }
    if (!abort.signal.aborted) swept = catalog;
  }

  async function sweepLab(lab: Lab): Promise<void> {
    const activityIds = [lab.id, ...lab.aliases];
    // What crashed by our own fault gets no verdict and would come again.
    const skipped = new Set<string>();
    while (!abort.signal.aborted) {
      const passes = await listUnverifiedPasses(db, { courseId: lab.courseId, activityIds, testHash: lab.testHash, limit: BATCH + skipped.size });
      const left = passes.filter(({ id }) => !skipped.has(id));
      if (left.length === 0) return;
      for (const submission of left) if (!abort.signal.aborted && !(await reverify(lab, submission))) skipped.add(submission.id);
    }
  }

  /** False when there is no verdict to be had. */
  async function reverify(lab: Lab, submission: Submission): Promise<boolean> {
    const request = buildGradeRequest(lab, submission);
    if (!request) return false;
    for (;;) {
      const answer = await sandbox.grade({ ...request, priority: "regrade" }, { signal: abort.signal });
      if (abort.signal.aborted) return false;
      if (isBusy(answer)) {
        await pause(Math.min(Math.max(answer.retryAfterMs, 50), BUSY_WAIT_MAX_MS), abort.signal);
        if (abort.signal.aborted) return false;
        continue;
      }
      if (answer.outcome === "crashed") return false;
      await db.write(async (tx) => {
        await insertTestRun(tx, {
          id: parts.newId(),
          submissionId: submission.id,
          number: await nextTestRunNumber(tx, { submissionId: submission.id }),
          outcome: answer.outcome,
          score: answer.score,
          passedTests: answer.tests.filter((test) => test.status === "passed").length,
          totalTests: answer.tests.length,
          result: answer,
          contentHash: lab.contentHash,
          testHash: lab.testHash,
          engine: answer.engine,
          seed: submission.seed,
          createdAt: parts.now(),
        });
      });
      log.info({ submissionId: submission.id, outcome: answer.outcome }, "an old pass was tried with the present tests");
      return true;
    }
  }

  function sweep(): Promise<void> {
    running ??= sweepAll()
      .catch((error: unknown) => log.error({ err: error }, "old passes could not be tried"))
      .finally(() => (running = null));
    return running;
  }

  const timer = setInterval(() => {
    if (catalogSource.current() !== swept) void sweep();
  }, parts.lookEveryMs ?? LOOK_EVERY_MS);
  timer.unref();

  return {
    sweep,
    async close() {
      clearInterval(timer);
      abort.abort();
      await running;
    },
  };
}

function pause(waitMs: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(done, waitMs);
    function done() {
      clearTimeout(timer);
      signal.removeEventListener("abort", done);
      resolve();
    }
    signal.addEventListener("abort", done);
  });
}
