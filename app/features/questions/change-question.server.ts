import { updateQuestion } from "../../../db/queries/questions.ts";
import { assertNever } from "../../assert-never.ts";
import type { Deps } from "../../deps.server.ts";
import { findThread } from "./find-thread.server.ts";
import { mayChange, stateAfterReopen, type StateChange } from "./question-rules.ts";

/** Resolves or reopens a thread, or shows it to all in the course; false when this person may not. Doing it again changes nothing. */
export async function changeQuestion({ db }: Pick<Deps, "db">, { user, questionId, change }: { user: { id: string; isAdministrator: boolean }; questionId: string; change: StateChange }): Promise<boolean> {
  return db.write(async (tx) => {
    const found = await findThread(tx, { user, questionId });
    if (!found || !mayChange(found.standing, change)) return false;
    const { id, answeredAt, state } = found.question;
    switch (change) {
      case "resolve":
        await updateQuestion(tx, { id, state: "resolved" });
        return true;
      case "reopen":
        if (state === "resolved") await updateQuestion(tx, { id, state: stateAfterReopen({ answeredAt }) });
        return true;
      case "share":
      case "unshare":
        await updateQuestion(tx, { id, isShared: change === "share" });
        return true;
      default:
        return assertNever(change);
    }
  });
}
