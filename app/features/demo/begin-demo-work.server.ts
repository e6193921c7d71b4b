import { addActiveTime } from "../../../db/queries/active-times.ts";
import { ensureCompletion } from "../../../db/queries/completions.ts";
import { findEnrollment } from "../../../db/queries/enrollments.ts";
import { putTaskWork } from "../../../db/queries/task-works.ts";
import type { Activity, Course } from "../../catalog/catalog.ts";
import { findCourse, listActivities } from "../../catalog/find.ts";
import type { Deps } from "../../deps.server.ts";
import { answerNoteForm } from "../notes/answer-note-form.server.ts";
import { savePlan } from "../plans/save-plan.server.ts";
import { emptyWork } from "../tasks/change-task.server.ts";
import { passQuiz } from "./pass-quiz.server.ts";

/** The course of which little is left, so that its certificate is in reach. */
const NEARLY_DONE = "first-week-in-it";
/** The course that was begun. */
const BEGUN = "javascript-fundamentals";
const BEGUN_LESSONS = 3;
/** The course that is planned week by week. */
const PLANNED = "data-in-six-weeks";

const DAY_MS = 24 * 60 * 60_000;
/** An evening hour, three evenings a week. */
const EVENINGS = [0, 60, 0, 60, 0, 60, 0];

/**
 * Gives the demo's learner a history, so that a newcomer sees what the pages look like in use: a plan, some progress on
 * the days before today, notes, and a course that lacks its last steps. Courses that are not there are left out.
 */
export async function beginDemoWork(deps: Pick<Deps, "db" | "catalog" | "now" | "newId">, userId: string): Promise<void> {
  const nearlyDone = findCourse(deps.catalog, NEARLY_DONE);
  const begun = findCourse(deps.catalog, BEGUN);
  const planned = findCourse(deps.catalog, PLANNED);
  const lessons = begun ? listActivities(begun).filter(({ kind }) => kind === "lesson").slice(0, BEGUN_LESSONS) : [];
  const done = nearlyDone ? listActivities(nearlyDone).filter(isForOneself) : [];
  await completeOverDays(deps, userId, [...done, ...lessons]);
  if (begun) await planEvenings(deps, userId, begun, "hours");
  if (planned) await planEvenings(deps, userId, planned, planned.block ? "block" : "hours");
  const [first, second] = lessons;
  if (first) await answerNoteForm(deps, { userId, activity: first, form: { intent: "add", body: "Ask Ines at the next call: when is a name a good name?", quote: "", prefix: "", suffix: "" } });
  if (second) await answerNoteForm(deps, { userId, activity: second, form: { intent: "bookmark" } });
}

/** What a learner finishes without anybody else, and counts. */
function isForOneself(activity: Activity): boolean {
  if (!activity.required) return false;
  if (activity.kind === "task") return activity.signOff === "none" && activity.evidence === "none" && activity.hours === null;
  return activity.kind === "lesson" || activity.kind === "quiz" || activity.kind === "lab";
}

/** One activity an evening, the last one yesterday. Labs were skipped by a placement test: nothing was handed in. */
async function completeOverDays(deps: Pick<Deps, "db" | "now" | "newId">, userId: string, activities: readonly Activity[]): Promise<void> {
  const dayOf = (index: number) => new Date(deps.now().getTime() - (activities.length - index) * DAY_MS);
  for (const [index, activity] of activities.entries()) if (activity.kind === "quiz") await passQuiz({ ...deps, now: () => dayOf(index) }, { userId, quiz: activity });
  await deps.db.write(async (tx) => {
    for (const [index, activity] of activities.entries()) {
      const { courseId, id: activityId, contentHash, minutes } = activity;
      const completedAt = dayOf(index);
      const key = { userId, courseId, activityId };
      const reason = activity.kind === "lesson" ? "marked" : activity.kind === "task" ? "checked" : "placed";
      await ensureCompletion(tx, { ...key, reason, contentHash, completedAt });
      await addActiveTime(tx, { ...key, day: completedAt.toISOString().slice(0, 10), seconds: minutes * 60, updatedAt: completedAt });
      if (activity.kind === "task") await putTaskWork(tx, { ...emptyWork(key, completedAt), checked: activity.checklist.map(({ id }) => id), state: "done", handedInAt: completedAt });
    }
  });
}

async function planEvenings(deps: Pick<Deps, "db" | "now" | "newId">, userId: string, course: Course, mode: "hours" | "block"): Promise<void> {
  const enrollment = await findEnrollment(deps.db, { userId, courseId: course.id });
  const startDay = mode === "block" && course.block?.start === "date" ? (course.block.dates.find((day) => day >= deps.now().toISOString().slice(0, 10)) ?? null) : null;
  if (enrollment) await savePlan(deps, { course, enrollment, form: { mode, weekdayMinutes: EVENINGS.map((minutes) => (mode === "block" ? minutes * 2 : minutes)), targetDay: null, startDay, timeZone: null } });
}
