import { countUngraded } from "../../../db/queries/submissions.ts";
import { OUTCOMES, PRIORITIES } from "../../../sandbox/contract.ts";
import type { EngineStatus, Outcome, Priority, Protection } from "../../../sandbox/contract.ts";
import type { Deps } from "../../deps.server.ts";
import type { LanguageFigures, Restart, Spread } from "./run-log.ts";

/** All that an administrator is shown of the sandbox: numbers of ours, nothing that a learner wrote. */
export interface SandboxView {
  now: Date;
  /** Start of the server: what is counted is counted from here. */
  since: Date;
  /** Runs that may go on at the same time. */
  slots: number;
  running: number;
  engines: EngineStatus[];
  restarts: number;
  /** The latest first. */
  lastRestarts: Restart[];
  queue: { priority: Priority; waiting: number }[];
  waiting: number;
  oldestMs: number;
  /** Hand-ins without a verdict, the ones being graded counted in. */
  ungraded: number;
  runs: number;
  outcomes: { outcome: Outcome; runs: number }[];
  waitedMs: Spread | null;
  durationMs: Spread | null;
  languages: LanguageFigures[];
  protection: Protection;
}

/** The sandbox as it is at this moment. */
export async function openSandbox({ db, sandbox, runs, now }: Pick<Deps, "db" | "sandbox" | "runs" | "now">): Promise<SandboxView> {
  const [ungraded, protection] = await Promise.all([countUngraded(db), sandbox.protection()]);
  const status = sandbox.status();
  return {
    now: now(),
    since: runs.since,
    slots: status.workers,
    running: status.running,
    engines: status.engines,
    restarts: status.restarts,
    lastRestarts: runs.restarts(),
    queue: PRIORITIES.map((priority) => ({ priority, waiting: status.queue.waiting[priority] })),
    waiting: status.waiting,
    oldestMs: status.queue.oldestMs,
    ungraded,
    runs: OUTCOMES.reduce((sum, outcome) => sum + status.outcomes[outcome], 0),
    outcomes: OUTCOMES.map((outcome) => ({ outcome, runs: status.outcomes[outcome] })),
    waitedMs: runs.waitedMs(),
    durationMs: runs.durationMs(),
    languages: runs.languages(),
    protection,
  };
}
