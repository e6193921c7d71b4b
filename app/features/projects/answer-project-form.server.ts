/** What the forms of a project's page post, as an answer to the page. */
import type { Project } from "../../catalog/catalog.ts";
import type { Deps } from "../../deps.server.ts";
import type { Locale } from "../../i18n/locales.ts";
import { say, sayAnswer, sayErrors, type Said } from "../../i18n/saying.ts";
import { readForm } from "../../web/read-form.server.ts";
import { notFound } from "../../web/require-user.server.ts";
import { saveDraft } from "../drafts/save-draft.server.ts";
import { answerLabForm, statusOfLabAnswer, type LabFormAnswer } from "../labs/answer-lab-form.server.ts";
import { readFormFiles } from "../labs/lab-form.ts";
import { labSayings } from "../labs/lab-sayings.ts";
import { requireLabForm } from "../labs/read-lab-form.server.ts";
import { answerReview } from "../reviews/answer-review.server.ts";
import { markProjectReviewsSeen } from "../reviews/mark-reviews-seen.server.ts";
import { reviewRefusals } from "../reviews/refusals.ts";
import { commentForm } from "../reviews/review-forms.ts";
import { handInProject } from "./hand-in-project.server.ts";
import { handInForm } from "./project-form.ts";
import { projectRefusals } from "./refusals.ts";

export type ProjectFormAnswer =
  | { kind: "desk"; desk: Said<LabFormAnswer> }
  /** Nothing was handed in; what was typed is shown again. */
  | { kind: "hand-in"; errors: Record<string, string>; values: Record<string, string>; files: Record<string, string> }
  | { kind: "comment"; error: string; body: string }
  | { kind: "go"; to: string };

type Needs = Pick<Deps, "db" | "catalog" | "sandbox" | "grading" | "now" | "newId">;

interface PostedProject {
  userId: string;
  isEnrolled: boolean;
  project: Project;
  path: string;
  request: Request;
  /** In which what was refused is said. */
  locale: Locale;
}

/** HTTP status of an answer that is shown on the project's page. */
export function statusOfProjectAnswer(answer: Exclude<ProjectFormAnswer, { kind: "go" }>): number {
  return answer.kind === "desk" ? statusOfLabAnswer(answer.desk) : 400;
}

export async function answerProjectForm(deps: Needs, posted: PostedProject): Promise<ProjectFormAnswer> {
  const { userId, project, path, request, locale } = posted;
  const form = await request.clone().formData().catch(() => new FormData());
  switch (form.get("intent")) {
    case "hand-in":
      return handIn(deps, posted, form);
    case "answer":
      return answerGrader(deps, posted);
    case "seen":
      await markProjectReviewsSeen(deps, { userId, project });
      return { kind: "go", to: path };
    case "run":
    case "save":
    case "reset":
    case "undo":
      return { kind: "desk", desk: sayAnswer(labSayings, locale, await answerLabForm(deps, { userId, lab: project, signal: request.signal, ...(await requireLabForm(request, locale)) })) };
    default:
      throw notFound();
  }
}

async function handIn(deps: Needs, { userId, isEnrolled, project, path, request, locale }: PostedProject, posted: FormData): Promise<ProjectFormAnswer> {
  if (!isEnrolled) throw notFound();
  const files = readFormFiles(posted);
  const form = await readForm(request, handInForm);
  if (!form.ok) return { kind: "hand-in", errors: sayErrors(projectRefusals, locale, form.errors, "notUnderstood"), values: form.values, files };
  const baseVersion = Number(posted.get("baseVersion"));
  // The draft goes along, so that the page comes back with what was handed in.
  if (Number.isInteger(baseVersion) && baseVersion >= 0) await saveDraft(deps, { userId, activity: project, files, baseVersion });
  const answer = await handInProject(deps, form.data, { userId, project, files });
  if (answer.kind === "stored") return { kind: "go", to: `${path}#state` };
  return { kind: "hand-in", errors: { form: say(projectRefusals, locale, answer.message) }, values: { link: form.data.link ?? "", message: form.data.message ?? "" }, files };
}

async function answerGrader(deps: Needs, { userId, path, request, locale }: PostedProject): Promise<ProjectFormAnswer> {
  const submissionId = (await request.clone().formData()).get("submissionId");
  const form = await readForm(request, commentForm);
  if (!form.ok) return { kind: "comment", error: sayErrors(reviewRefusals, locale, form.errors, "notUnderstood").body ?? say(reviewRefusals, locale, { key: "notUnderstood" }), body: form.values.body ?? "" };
  const answer = await answerReview(deps, form.data, { submissionId: String(submissionId), userId });
  if (!answer) throw notFound();
  if (answer.kind === "refused") return { kind: "comment", error: say(reviewRefusals, locale, answer.message), body: form.data.body };
  return { kind: "go", to: `${path}#comment-${form.data.commentId}` };
}
