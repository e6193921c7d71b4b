import { isBusy, type Limits } from "../../../sandbox/contract.ts";
import { buildRunOptions, buildWorkspace } from "../../catalog/workspace.ts";
import type { Deps } from "../../deps.server.ts";
import { mergeWithStarter, parseLearnerFiles, type CodeActivity } from "../drafts/learner-files.ts";
import { sayingOfBusy } from "./busy-messages.ts";
import type { LearnerResult } from "./learner-result.ts";
import { redactResult } from "./redact-result.ts";
import type { WorkRefusal } from "./refusals.ts";

export type RunAnswer =
  | { kind: "ran"; result: LearnerResult }
  | { kind: "refused"; message: WorkRefusal }
  | { kind: "busy"; message: WorkRefusal; retryAfterMs: number };

/** What a run that nobody asked for may use: one that needs more is of no use while somebody types. */
const LIVE_LIMITS = { cpuMs: 2_000, wallMs: 5_000 } as const;

interface RunOf {
  userId: string;
  activity: CodeActivity;
  files: unknown;
  /** The run follows the typing: it stands behind everybody who waits for an answer, and has less time. */
  isLive?: boolean;
  signal?: AbortSignal;
}

/** Tries code against the visible tests. Nothing is stored and no attempt is used. `signal` ends it when the page has gone. */
export async function runCode(
  { sandbox, newId }: Pick<Deps, "sandbox" | "newId">,
  { userId, activity, files, isLive = false, signal }: RunOf,
): Promise<RunAnswer> {
  const sent = parseLearnerFiles(activity, files);
  if (!sent.ok) return { kind: "refused", message: sent.message };
  const tests = activity.tests.filter((test) => test.group === "visible");
  if (activity.language === null || tests.length === 0) return { kind: "refused", message: { key: "noVisibleTests" } };
  const answer = await sandbox.grade(
    { language: activity.language, files: buildWorkspace(activity, mergeWithStarter(activity, sent.files)), tests, limits: isLive ? boundLimits(activity.limits) : activity.limits, ...buildRunOptions(activity), priority: isLive ? "preview" : "run", owner: userId, seed: newId() },
    { signal },
  );
  if (isBusy(answer)) return { kind: "busy", message: sayingOfBusy(answer), retryAfterMs: answer.retryAfterMs };
  return { kind: "ran", result: redactResult(answer, { ranHiddenTests: false }) };
}

function boundLimits(limits: Partial<Limits>): Partial<Limits> {
  return { ...limits, cpuMs: Math.min(limits.cpuMs ?? LIVE_LIMITS.cpuMs, LIVE_LIMITS.cpuMs), wallMs: Math.min(limits.wallMs ?? LIVE_LIMITS.wallMs, LIVE_LIMITS.wallMs) };
}
