/** What a learner does at a task by its buttons: save, attach, hand in, take back. Everything typed is kept first, whatever was asked for. */
import { deleteCompletion, ensureCompletion } from "../../../db/queries/completions.ts";
import { deleteTaskFile, insertTaskFile, listTaskFiles, measureTaskFiles } from "../../../db/queries/task-files.ts";
import { findTaskWork, putTaskWork, type TaskWork } from "../../../db/queries/task-works.ts";
import type { Task } from "../../catalog/catalog.ts";
import type { Deps } from "../../deps.server.ts";
import { listMissingOfTask } from "../progress/explain.ts";
import { checkEvidenceFile, EVIDENCE_LIMITS } from "./evidence-file.ts";
import { parseHours } from "./parse-hours.ts";
import { listChanged, listTaskFields, readTaskFields } from "./task-fields.ts";
import { isWebLink, type Said, type TaskForm } from "./task-form.ts";

type Needs = Pick<Deps, "db" | "now" | "newId">;
type Tx = Parameters<Parameters<Deps["db"]["write"]>[0]>[0];

/** Does what a task's form asks for; the answer says what became of it. */
export async function changeTask(deps: Needs, { userId, task, form }: { userId: string; task: Task; form: TaskForm }): Promise<Said> {
  const key = { userId, courseId: task.courseId, activityId: task.id };
  const file = form.file && task.evidence === "file" ? { name: form.file.name, bytes: form.file.size > EVIDENCE_LIMITS.fileBytes ? null : Buffer.from(await form.file.arrayBuffer()) } : null;
  const at = deps.now();
  return deps.db.write(async (tx) => {
    const before = (await findTaskWork(tx, key)) ?? emptyWork(key, at);
    if (form.intent === "take-back") return takeBack(tx, task, before, at);
    // What is handed in stands as it is until it is taken back or returned.
    if (before.state !== "open" && before.state !== "returned") return "saved";
    const sent = listTaskFields(task, form);
    const work: TaskWork = { ...before, ...readTaskFields(task, before, listChanged(form.was, sent)), version: before.version + 1, updatedAt: at };
    await putTaskWork(tx, work);
    if (typeof form.intent === "object") return (await deleteTaskFile(tx, { ...key, id: form.intent.remove })) ? "removed" : "saved";
    const attached = file ? await attach(tx, deps, key, file, at) : null;
    if (attached && attached !== "attached") return attached;
    if (form.intent === "hand-in") return handIn(tx, task, work, at);
    return attached ?? "saved";
  });
}

/** The work of somebody who has not begun. */
export function emptyWork(key: Pick<TaskWork, "userId" | "courseId" | "activityId">, at: Date): TaskWork {
  return { ...key, checked: [], hours: "", evidence: "", state: "open", handedInAt: null, signedBy: null, signedAt: null, words: "", version: 0, updatedAt: at };
}

async function attach(tx: Tx, { newId }: Needs, key: Pick<TaskWork, "userId" | "courseId" | "activityId">, file: { name: string; bytes: Buffer | null }, at: Date): Promise<Said> {
  if (file.bytes === null) return "too-large";
  const checked = checkEvidenceFile({ name: file.name, bytes: file.bytes });
  if (!checked.ok) return checked.problem;
  if ((await listTaskFiles(tx, key)).length >= EVIDENCE_LIMITS.files) return "too-many-files";
  const stored = await measureTaskFiles(tx, { userId: key.userId });
  if (stored.totalBytes + file.bytes.length > EVIDENCE_LIMITS.totalBytes) return "too-much-stored";
  await insertTaskFile(tx, { ...key, id: newId(), name: checked.name, contentType: checked.contentType, sizeBytes: file.bytes.length, bytes: file.bytes, createdAt: at });
  return "attached";
}

async function handIn(tx: Tx, task: Task, work: TaskWork, at: Date): Promise<Said> {
  const hours = parseHours(work.hours);
  if (task.hours !== null && hours === null) return "hours";
  if (task.evidence === "link" && work.evidence.trim() !== "" && !isWebLink(work.evidence)) return "link";
  const hasEvidence = task.evidence === "file" ? (await listTaskFiles(tx, work)).length > 0 : work.evidence.trim() !== "";
  const missing = listMissingOfTask(task, { ...work, hours: hours ?? 0, hasEvidence }).filter(({ kind }) => kind !== "finish" && kind !== "signature");
  if (missing.length > 0) return "incomplete";
  const isSigned = task.signOff !== "none";
  await putTaskWork(tx, { ...work, state: isSigned ? "waiting" : "done", handedInAt: at });
  if (isSigned) return "handed-in";
  await ensureCompletion(tx, { userId: work.userId, courseId: task.courseId, activityId: task.id, reason: "checked", contentHash: task.contentHash, completedAt: at });
  return "done";
}

/** Before somebody has signed it. The checklist and all that was typed stay. */
async function takeBack(tx: Tx, task: Task, work: TaskWork, at: Date): Promise<Said> {
  if (work.state !== "waiting" && work.state !== "done") return "saved";
  await putTaskWork(tx, { ...work, state: "open", handedInAt: null, updatedAt: at });
  for (const activityId of [task.id, ...task.aliases]) await deleteCompletion(tx, { userId: work.userId, courseId: task.courseId, activityId, reason: "checked" });
  return "taken-back";
}
