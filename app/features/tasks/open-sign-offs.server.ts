import { listTaskFiles } from "../../../db/queries/task-files.ts";
import { listWaitingTaskWorks } from "../../../db/queries/task-works.ts";
import type { Course, Task } from "../../catalog/catalog.ts";
import { findActivityById } from "../../catalog/find.ts";
import type { Deps } from "../../deps.server.ts";
import { renderCourseText } from "../courses/render-course-text.server.ts";
import { parseHours } from "./parse-hours.ts";
import { isWebLink } from "./task-form.ts";
import { unwrapParagraph } from "./unwrap-paragraph.ts";

const SHOWN = 50;

export interface WaitingWork {
  userId: string;
  learnerName: string;
  activityId: string;
  /** Null when the task is gone from the course. */
  title: string | null;
  handedInAt: Date;
  items: readonly { id: string; html: string; isChecked: boolean }[];
  hours: { logged: number; wanted: number } | null;
  /** Words, or a link. Hostile text. */
  evidence: { kind: Task["evidence"]; text: string; isLink: boolean };
  files: readonly { id: string; name: string; sizeBytes: number; path: string }[];
}

export interface SignOffsView {
  course: { id: string; title: string };
  waiting: readonly WaitingWork[];
}

/** What waits for a signature in a course, with all that its learner shows. */
export async function openSignOffs({ db }: Pick<Deps, "db">, { course }: { course: Course }): Promise<SignOffsView> {
  const waiting: WaitingWork[] = [];
  for (const { work, learnerName } of await listWaitingTaskWorks(db, { courseId: course.id, limit: SHOWN })) {
    const activity = findActivityById(course, work.activityId);
    const task = activity?.kind === "task" ? activity : null;
    const files = await listTaskFiles(db, work);
    waiting.push({
      userId: work.userId,
      learnerName,
      activityId: work.activityId,
      title: task?.title ?? null,
      handedInAt: work.handedInAt ?? work.updatedAt,
      items: task ? await Promise.all(task.checklist.map(async ({ id, text }) => ({ id, html: unwrapParagraph((await renderCourseText({ course, file: task.file, text, activity: task })).html), isChecked: work.checked.includes(id) }))) : [],
      hours: task?.hours ? { logged: parseHours(work.hours) ?? 0, wanted: task.hours } : null,
      evidence: { kind: task?.evidence ?? "text", text: work.evidence, isLink: task?.evidence === "link" && isWebLink(work.evidence) },
      files: files.map(({ id, name, sizeBytes }) => ({ id, name, sizeBytes, path: `/evidence/${course.id}/${id}` })),
    });
  }
  return { course: { id: course.id, title: course.title }, waiting };
}
