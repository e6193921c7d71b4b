import { isBusy } from "../../../sandbox/contract.ts";
import { buildRunOptions, buildWorkspace } from "../../catalog/workspace.ts";
import type { Deps } from "../../deps.server.ts";
import { mergeWithStarter, parseLearnerFiles, type CodeActivity } from "../drafts/learner-files.ts";
import type { LearnerResult } from "./learner-result.ts";
import { redactResult } from "./redact-result.ts";

export type RunAnswer =
  | { kind: "ran"; result: LearnerResult }
  | { kind: "refused"; message: string }
  | { kind: "busy"; message: string; retryAfterMs: number };

/** Tries code against the visible tests. Nothing is stored and no attempt is used. `signal` ends it when the page has gone. */
export async function runCode(
  { sandbox, newId }: Pick<Deps, "sandbox" | "newId">,
  { userId, activity, files, signal }: { userId: string; activity: CodeActivity; files: unknown; signal?: AbortSignal },
): Promise<RunAnswer> {
  const sent = parseLearnerFiles(activity, files);
  if (!sent.ok) return { kind: "refused", message: sent.message };
  const tests = activity.tests.filter((test) => test.group === "visible");
  if (activity.language === null || tests.length === 0) return { kind: "refused", message: "There are no visible tests to run here. Submit is what counts." };
  const answer = await sandbox.grade(
    { language: activity.language, files: buildWorkspace(activity, mergeWithStarter(activity, sent.files)), tests, limits: activity.limits, ...buildRunOptions(activity), priority: "run", owner: userId, seed: newId() },
    { signal },
  );
  if (isBusy(answer)) return { kind: "busy", message: answer.message, retryAfterMs: answer.retryAfterMs };
  return { kind: "ran", result: redactResult(answer, { ranHiddenTests: false }) };
}
