/** What is typed and ticked at a task as its page keeps it: a draft, with versions. */
import { findTaskWork, putTaskWork } from "../../../db/queries/task-works.ts";
import type { Task } from "../../catalog/catalog.ts";
import type { Deps } from "../../deps.server.ts";
import type { DraftState } from "../drafts/draft-rules.ts";
import type { KeptFormAnswer } from "../drafts/form-request.ts";
import { keepForm } from "../drafts/keep-form.server.ts";
import { emptyWork } from "./change-task.server.ts";
import { listTaskFields, readTaskFields } from "./task-fields.ts";

interface OfTask {
  userId: string;
  task: Task;
}

/** The task's fields with their version. */
export async function readKeptTask({ db, now }: Pick<Deps, "db" | "now">, { userId, task }: OfTask): Promise<DraftState> {
  const key = { userId, courseId: task.courseId, activityId: task.id };
  const work = (await findTaskWork(db, key)) ?? emptyWork(key, now());
  return { version: work.version, files: listTaskFields(task, work) };
}

/** Keeps the fields that a page has of a task that is not closed, as `keepForm` does. */
export async function keepTask({ db, now }: Pick<Deps, "db" | "now">, { userId, task, baseVersion, fields }: OfTask & { baseVersion: number; fields: Readonly<Record<string, string>> }): Promise<KeptFormAnswer> {
  const key = { userId, courseId: task.courseId, activityId: task.id };
  return db.write(async (tx) => {
    const at = now();
    const work = (await findTaskWork(tx, key)) ?? emptyWork(key, at);
    if (work.state !== "open" && work.state !== "returned") return { kind: "closed" };
    const texts = readTaskFields(task, work, fields);
    const current = { version: work.version, files: listTaskFields(task, work) };
    return keepForm(current, { baseVersion, files: listTaskFields(task, texts) }, (version) => putTaskWork(tx, { ...work, ...texts, version, updatedAt: at }));
  });
}
