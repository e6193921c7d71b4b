import { ensureCompletion } from "../../../db/queries/completions.ts";
import { findTaskWork, putTaskWork } from "../../../db/queries/task-works.ts";
import type { Course } from "../../catalog/catalog.ts";
import { findActivityById } from "../../catalog/find.ts";
import type { Deps } from "../../deps.server.ts";
import type { Decided, SignOffForm } from "./sign-off-form.ts";

/** Signs what a learner did, or returns it with words. What was changed or decided meanwhile is left as it is. */
export async function decideSignOff({ db, now }: Pick<Deps, "db" | "now">, { course, signerId, form }: { course: Course; signerId: string; form: SignOffForm }): Promise<Decided> {
  if (form.intent === "return" && form.words === "") return "words";
  const at = now();
  const { userId, activityId } = form;
  return db.write(async (tx) => {
    const work = await findTaskWork(tx, { userId, courseId: course.id, activityId });
    if (!work || work.state !== "waiting" || work.handedInAt?.getTime() !== form.handedInAt) return "changed";
    const signed = { ...work, signedBy: signerId, signedAt: at, words: form.words };
    if (form.intent === "return") {
      await putTaskWork(tx, { ...signed, state: "returned" });
      return "returned";
    }
    await putTaskWork(tx, { ...signed, state: "signed" });
    const task = findActivityById(course, activityId);
    await ensureCompletion(tx, { userId, courseId: course.id, activityId: task?.id ?? activityId, reason: "signed", contentHash: task?.contentHash ?? "", completedAt: at });
    return "signed";
  });
}
