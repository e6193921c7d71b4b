import { listQuestionReplies, updateQuestion } from "../../../db/queries/questions.ts";
import type { Deps } from "../../deps.server.ts";
import { viewFiles } from "../reviews/view-files.server.ts";
import { buildQuestionPlace } from "./build-item.ts";
import { findThread } from "./find-thread.server.ts";
import { isUnseen } from "./question-rules.ts";
import type { ThreadView } from "./question-view.ts";

/**
 * A thread as this person may see it; null when it is none of theirs. Whoever asked has seen it then. Others in the
 * course, when it is shown to all, get neither the name of whoever asked nor their code.
 */
export async function openQuestion({ db, catalog, now }: Pick<Deps, "db" | "catalog" | "now">, { user, questionId }: { user: { id: string; isAdministrator: boolean }; questionId: string }): Promise<ThreadView | null> {
  const found = await findThread(db, { user, questionId });
  if (!found) return null;
  const { question, standing } = found;
  if (standing === "asker" && isUnseen(question)) await db.write((tx) => updateQuestion(tx, { id: question.id, seenAt: now() }));
  const replies = await listQuestionReplies(db, { questionId });
  const isReader = standing === "reader";
  return {
    id: question.id,
    standing,
    place: buildQuestionPlace(catalog, question),
    about: question.about,
    quote: question.quote,
    line: question.path !== null && question.line !== null ? { path: question.path, line: question.line } : null,
    test: question.testName === null ? null : { name: question.testName, message: question.testMessage },
    files: isReader ? [] : await viewFiles(question.files ?? {}),
    body: question.body,
    state: question.state,
    isShared: question.isShared,
    askerName: isReader ? null : question.askerName,
    createdAt: question.createdAt,
    replies: replies.map(({ id, body, authorId, authorName, isStaff, createdAt }) => ({
      id, body, isStaff, createdAt,
      isOwn: authorId === user.id,
      authorName: isReader && !isStaff ? null : authorName,
    })),
    now: now(),
  };
}
