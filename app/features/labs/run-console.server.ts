import { isBusy } from "../../../sandbox/contract.ts";
import type { Lab } from "../../catalog/catalog.ts";
import { buildWorkspace } from "../../catalog/workspace.ts";
import type { Deps } from "../../deps.server.ts";
import { mergeWithStarter, parseLearnerFiles } from "../drafts/learner-files.ts";
import { sayingOfBusy } from "../submissions/busy-messages.ts";
import type { WorkRefusal } from "../submissions/refusals.ts";
import { buildConsoleRun, readConsoleOutput, type ConsoleRequest, type ConsoleSaid } from "./console-session.ts";

export type ConsoleAnswer =
  | ({ kind: "said" } & ConsoleSaid)
  /** The command met a limit or could not be run: it is not part of the session. `output` is what it printed until then. */
  | { kind: "stopped"; output: string; reason: "timed-out" | "out-of-memory" | "too-much-output" | "errored" | "crashed" }
  | { kind: "refused"; message: WorkRefusal }
  | { kind: "busy"; message: WorkRefusal; retryAfterMs: number };

/** Runs one command of a console session over the learner's files, under the limits of *Run*. Nothing is stored. */
export async function runConsole(
  { sandbox, newId }: Pick<Deps, "sandbox" | "newId">,
  { userId, lab, asked, signal }: { userId: string; lab: Lab; asked: ConsoleRequest; signal?: AbortSignal },
): Promise<ConsoleAnswer> {
  const sent = parseLearnerFiles(lab, asked.files);
  if (!sent.ok) return { kind: "refused", message: sent.message };
  // Letters and digits, so that it is a word of the shell.
  const mark = `rung${newId().replace(/\W/g, "")}`;
  const { earlier, command, seed } = asked;
  const run = buildConsoleRun({ files: buildWorkspace(lab, mergeWithStarter(lab, sent.files)), tests: lab.tests.filter(({ group }) => group === "visible"), earlier, command, mark });
  const answer = await sandbox.grade({ language: "bash", ...run, limits: lab.limits, priority: "run", owner: userId, seed }, { signal });
  if (isBusy(answer)) return { kind: "busy", message: sayingOfBusy(answer), retryAfterMs: answer.retryAfterMs };
  const printed = answer.tests[0]?.output ?? "";
  const said = readConsoleOutput(printed, mark);
  if (said) return { kind: "said", ...said };
  const { outcome } = answer;
  return { kind: "stopped", output: printed, reason: outcome === "passed" || outcome === "failed" ? "errored" : outcome };
}
