import { listTaskFiles, type TaskFileHead } from "../../../db/queries/task-files.ts";
import { findTaskWork, type TaskWork } from "../../../db/queries/task-works.ts";
import { findUser } from "../../../db/queries/users.ts";
import type { Task } from "../../catalog/catalog.ts";
import type { Deps } from "../../deps.server.ts";
import type { CourseVisit } from "../../web/require-enrollment.server.ts";
import { renderCourseText } from "../courses/render-course-text.server.ts";
import { buildActivityPath } from "../progress/activity-path.ts";
import { listMissingOfTask, type Missing } from "../progress/explain.ts";
import { parseHours } from "./parse-hours.ts";
import { listTaskFields, type TaskTexts } from "./task-fields.ts";
import { unwrapParagraph } from "./unwrap-paragraph.ts";

/** What a learner sees of a task. */
export interface TaskView {
  path: string;
  /** The form's fields as they were, and where they are kept in this browser. */
  kept: { version: number; files: Readonly<Record<string, string>>; localKey: string };
  title: string;
  summary: string;
  minutes: number;
  html: string;
  items: readonly { id: string; html: string; isChecked: boolean }[];
  /** Null when none are asked for. */
  hours: { wanted: number; typed: string; isUnderstood: boolean } | null;
  evidence: { kind: Task["evidence"]; typed: string };
  files: readonly (Omit<TaskFileHead, "createdAt"> & { path: string })[];
  isSigned: boolean;
  state: TaskWork["state"];
  handedInAt: Date | null;
  signed: { by: string | null; at: Date; words: string } | null;
  missing: readonly Missing[];
}

const NOTHING: TaskTexts = { checked: [], hours: "", evidence: "" };

/** A task as its learner finds it, with all that was typed before. */
export async function openTask({ db }: Pick<Deps, "db">, { user, course }: CourseVisit, task: Task): Promise<TaskView> {
  const key = { userId: user.id, courseId: task.courseId, activityId: task.id };
  const work = await findTaskWork(db, key);
  const files = await listTaskFiles(db, key);
  const render = async (text: Task["text"]) => (await renderCourseText({ course, file: task.file, text, activity: task })).html;
  const typedHours = work?.hours ?? "";
  const hours = parseHours(typedHours);
  const hasEvidence = task.evidence === "file" ? files.length > 0 : (work?.evidence.trim() ?? "") !== "";
  const signer = work?.signedBy ? await findUser(db, { userId: work.signedBy }) : null;
  return {
    path: buildActivityPath(task),
    kept: { version: work?.version ?? 0, files: listTaskFields(task, work ?? NOTHING), localKey: `rung:draft:${user.id}:${course.id}/${task.id}` },
    title: task.title,
    summary: task.summary,
    minutes: task.minutes,
    html: await render(task.instructions),
    items: await Promise.all(task.checklist.map(async ({ id, text }) => ({ id, html: unwrapParagraph(await render(text)), isChecked: work?.checked.includes(id) ?? false }))),
    hours: task.hours === null ? null : { wanted: task.hours, typed: typedHours, isUnderstood: hours !== null },
    evidence: { kind: task.evidence, typed: work?.evidence ?? "" },
    files: files.map(({ id, name, sizeBytes }) => ({ id, name, sizeBytes, path: `/evidence/${course.id}/${id}` })),
    isSigned: task.signOff !== "none",
    state: work?.state ?? "open",
    handedInAt: work?.handedInAt ?? null,
    signed: work?.signedAt ? { by: signer?.name ?? null, at: work.signedAt, words: work.words } : null,
    missing: listMissingOfTask(task, work && { ...work, hours: hours ?? 0, hasEvidence }),
  };
}
