import { assertNever } from "../../assert-never.ts";
import type { Deps } from "../../deps.server.ts";
import { readForm } from "../../web/read-form.server.ts";
import { publishForm } from "./authoring-forms.ts";
import { discardFile } from "./change-files.server.ts";
import type { TeachingVisit } from "./find-taught-course.server.ts";
import { publishCourse, type PublishAnswer } from "./publish-course.server.ts";
import type { Refusal } from "./refusals.ts";
import { resolveConflict } from "./resolve-conflict.server.ts";

export type PublishFormAnswer =
  | PublishAnswer
  | { kind: "decided" }
  /** `path`: the file whose form it was; `text`: what was typed in it. */
  | { kind: "not-decided"; message: Refusal; path: string | null; text: string | null };

/** Does what a form of the page before publishing asks for. */
export async function answerPublishForm(deps: Pick<Deps, "db" | "catalog" | "catalogSource" | "log" | "now">, visit: TeachingVisit, request: Request): Promise<PublishFormAnswer> {
  const form = await readForm(request, publishForm);
  if (!form.ok) return { kind: "not-decided", message: { key: "notUnderstood" }, path: null, text: null };
  const asked = form.data;
  switch (asked.intent) {
    case "publish":
      return publishCourse(deps, visit, { seen: asked.seen, isConfirmed: asked.confirm === "yes" });
    case "discard": {
      const answer = await discardFile(deps, visit, asked);
      return answer.kind === "changed" ? { kind: "decided" } : { kind: "not-decided", message: answer.message, path: asked.path, text: null };
    }
    case "resolve": {
      const answer = await resolveConflict(deps, visit, asked);
      return answer.kind === "changed" ? { kind: "decided" } : { kind: "not-decided", message: answer.message, path: asked.path, text: asked.text ?? null };
    }
    default:
      return assertNever(asked);
  }
}

/** HTTP status of an answer that is shown as a page. */
export function statusOfPublishAnswer(answer: PublishFormAnswer): number {
  if (answer.kind === "refused") return answer.reason === "disk-full" ? 507 : answer.reason === "busy" ? 409 : 503;
  if (answer.kind === "conflict" || answer.kind === "not-as-seen") return 409;
  return answer.kind === "not-decided" || answer.kind === "needs-confirmation" ? 400 : 200;
}
