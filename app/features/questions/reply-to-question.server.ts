import { countRepliesSince, insertQuestionReply, updateQuestion } from "../../../db/queries/questions.ts";
import type { Deps } from "../../deps.server.ts";
import { findThread } from "./find-thread.server.ts";
import { HOUR_MS, HOURLY, stateAfterReply } from "./question-rules.ts";

export type ReplyAnswer = { kind: "said" } | { kind: "too-many" } | { kind: "not-found" };

/** Writes into a thread: whoever asked opens it again, those who teach answer it. */
export async function replyToQuestion(
  { db, now, newId }: Pick<Deps, "db" | "now" | "newId">,
  { user, questionId, body }: { user: { id: string; isAdministrator: boolean }; questionId: string; body: string },
): Promise<ReplyAnswer> {
  const at = now();
  return db.write(async (tx) => {
    const found = await findThread(tx, { user, questionId });
    if (!found || found.standing === "reader") return { kind: "not-found" };
    const { standing } = found;
    const isStaff = standing === "staff";
    const limit = isStaff ? HOURLY.staffReplies : HOURLY.replies;
    if ((await countRepliesSince(tx, { authorId: user.id, after: new Date(at.getTime() - HOUR_MS) })) >= limit) return { kind: "too-many" };
    await insertQuestionReply(tx, { id: newId(), questionId, authorId: user.id, isStaff, body, createdAt: at });
    await updateQuestion(tx, { id: questionId, state: stateAfterReply(standing), updatedAt: at, ...(isStaff ? { answeredAt: at } : { seenAt: at }) });
    return { kind: "said" };
  });
}
