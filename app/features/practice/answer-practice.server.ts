import { findCard, updateCard, updateCardBegun } from "../../../db/queries/practice-cards.ts";
import type { Deps } from "../../deps.server.ts";
import { resetDraft } from "../drafts/reset-draft.server.ts";
import { readDraft } from "../drafts/store-draft.server.ts";
import { buildActivityPath } from "../progress/activity-path.ts";
import { readAnswer } from "../quizzes/answer-fields.ts";
import { gradeAnswer } from "../quizzes/grade-answer.ts";
import { showResult } from "../quizzes/show-question.server.ts";
import { findCardTask } from "./find-cards.server.ts";
import { askAgain, parseCardName, type PracticeAnswer } from "./open-practice.server.ts";
import { putOff, recallAgain, type Recall } from "./recall.ts";

export type PracticeFormAnswer =
  | ({ kind: "answered" } & PracticeAnswer)
  /** The lab's starter is in the editor; what was there is among its versions. */
  | { kind: "begun"; path: string }
  | { kind: "put-off" }
  /** It is not due any more: answered in another tab, or gone. */
  | { kind: "not-due" };

/** What a form of the practice page asks for: to grade an answer, to begin a lab anew, or to be asked again another day. */
export async function answerPractice(deps: Pick<Deps, "db" | "catalog" | "now">, { userId, form }: { userId: string; form: FormData }): Promise<PracticeFormAnswer> {
  const { db, catalog } = deps;
  const at = deps.now();
  const name = parseCardName(String(form.get("card") ?? ""));
  const key = name && { userId, ...name };
  const card = key && (await findCard(db, key));
  const task = card && findCardTask(catalog, card);
  if (!key || !card || !task || card.dueAt > at) return { kind: "not-due" };
  const keep = async (next: Recall) => db.write((tx) => updateCard(tx, { ...key, ...next, expected: card.dueAt }));
  if (form.get("intent") === "not-now") return (await keep(putOff(card, at))) ? { kind: "put-off" } : { kind: "not-due" };
  if (task.kind === "lab") {
    const draft = await readDraft(db, task.lab, userId);
    const reset = await resetDraft(deps, { userId, activity: task.lab, files: draft.files, baseVersion: draft.version });
    if (reset.kind !== "reset") return { kind: "not-due" };
    await db.write((tx) => updateCardBegun(tx, { ...key, begunAt: at }));
    return { kind: "begun", path: buildActivityPath(task.lab) };
  }
  const asked = askAgain(card, task);
  const answer = readAnswer(asked, form);
  const graded = gradeAnswer(asked, answer);
  const next = recallAgain(card, graded.credit, at);
  if (!(await keep(next))) return { kind: "not-due" };
  const place = { course: task.course, activity: task.quiz };
  return { kind: "answered", result: await showResult(place, asked, 1, answer, graded, { areAnswersEarned: true }), nextAt: next.dueAt };
}
