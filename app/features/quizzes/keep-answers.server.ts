/** The answers of an open attempt as a page keeps them while they are given: a draft, with versions. */
import { updateAttemptAnswers } from "../../../db/queries/quiz-attempts.ts";
import type { Quiz } from "../../catalog/catalog.ts";
import type { Deps } from "../../deps.server.ts";
import type { DraftState } from "../drafts/draft-rules.ts";
import type { KeptFormAnswer } from "../drafts/form-request.ts";
import { keepForm } from "../drafts/keep-form.server.ts";
import { listAnswerFields, readAnswerFields } from "./answer-fields.ts";
import { readAsked } from "./open-quiz.server.ts";
import { findOpen } from "./save-answers.server.ts";

interface OfAttempt {
  userId: string;
  quiz: Quiz;
  attemptId: string;
}

/** The attempt's fields with their version; null when there is no such attempt, or it was handed in. */
export async function readKeptAnswers({ db }: Pick<Deps, "db">, of: OfAttempt): Promise<DraftState | null> {
  const found = await findOpen(db, of);
  return found.kind === "open" ? { version: found.attempt.version, files: listAnswerFields(readAsked(found.attempt), found.attempt.answers) } : null;
}

/** Keeps the fields that a page has of an open attempt, as `keepForm` does. */
export async function keepAnswers({ db, now }: Pick<Deps, "db" | "now">, { baseVersion, fields, ...of }: OfAttempt & { baseVersion: number; fields: Readonly<Record<string, string>> }): Promise<KeptFormAnswer> {
  return db.write(async (tx) => {
    const found = await findOpen(tx, of);
    if (found.kind === "unknown") return { kind: "unknown" };
    if (found.kind === "closed") return { kind: "closed" };
    const { attempt } = found;
    const asked = readAsked(attempt);
    const answers = readAnswerFields(asked, attempt.answers, fields);
    const current = { version: attempt.version, files: listAnswerFields(asked, attempt.answers) };
    return keepForm(current, { baseVersion, files: listAnswerFields(asked, answers) }, (version) =>
      updateAttemptAnswers(tx, { id: attempt.id, userId: attempt.userId, answers, version, updatedAt: now() }));
  });
}
