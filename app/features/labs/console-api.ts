/** Sends a command of the console. Every failure is a sentence for the person. */
import type { Locale } from "../../i18n/locales.ts";
import type { ConsoleRequest } from "./console-session.ts";
import { post, toProblem } from "./lab-api.ts";
import type { ConsoleAnswer } from "./run-console.server.ts";

export type ConsoleReply = Extract<ConsoleAnswer, { kind: "said" | "stopped" }> | { kind: "problem"; message: string };

/** A call that was aborted answers with a problem that nobody reads. */
export async function askConsole(path: string, asked: Omit<ConsoleRequest, "files"> & { files: Record<string, string> }, locale: Locale, signal: AbortSignal): Promise<ConsoleReply> {
  const answer = await post(`${path}/console`, asked, signal).catch(() => ({ kind: "offline" as const }));
  const kind = answer.kind === "answer" ? answer.body?.kind : undefined;
  if (answer.kind === "answer" && (kind === "said" || kind === "stopped")) return answer.body as unknown as ConsoleReply;
  return toProblem(answer, locale);
}
