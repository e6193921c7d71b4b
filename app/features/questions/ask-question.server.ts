import { countAskedSince, findQuestionByKey, insertQuestion } from "../../../db/queries/questions.ts";
import type { Activity } from "../../catalog/catalog.ts";
import type { Deps } from "../../deps.server.ts";
import { readDraft } from "../drafts/store-draft.server.ts";
import type { AskForm } from "./question-forms.ts";
import { HOUR_MS, HOURLY } from "./question-rules.ts";

export type AskAnswer = { kind: "asked"; questionId: string } | { kind: "too-many" };

/**
 * Stores a question with what it is about. The code goes along as it is in the draft now, so that whoever answers sees
 * what the learner saw. The same key again is the same question.
 */
export async function askQuestion({ db, now, newId }: Pick<Deps, "db" | "now" | "newId">, { userId, activity, form }: { userId: string; activity: Activity; form: AskForm }): Promise<AskAnswer> {
  const at = now();
  const isCode = activity.kind === "lab" || activity.kind === "project";
  return db.write(async (tx) => {
    const known = await findQuestionByKey(tx, { userId, idempotencyKey: form.idempotencyKey });
    if (known) return { kind: "asked", questionId: known.id };
    if ((await countAskedSince(tx, { userId, after: new Date(at.getTime() - HOUR_MS) })) >= HOURLY.questions) return { kind: "too-many" };

    const files = isCode ? { ...(await readDraft(tx, activity, userId)).files } : null;
    const hasLine = files !== null && Object.hasOwn(files, form.file) && form.line !== null;
    const hasTest = isCode && form.test !== "";
    const quote = form.quote || form.heading;
    const id = newId();
    await insertQuestion(tx, {
      id, userId,
      courseId: activity.courseId, activityId: activity.id,
      about: hasTest ? "test" : hasLine ? "line" : quote ? "passage" : "activity",
      quote: quote || null,
      path: hasLine ? form.file : null, line: hasLine ? form.line : null,
      testName: hasTest ? form.test : null, testMessage: hasTest ? form.said || null : null,
      files: files && (form.withCode || hasLine) ? files : null,
      body: form.body, state: "open", isShared: false, idempotencyKey: form.idempotencyKey,
      createdAt: at, updatedAt: at, answeredAt: null, seenAt: at,
    });
    return { kind: "asked", questionId: id };
  });
}
