import { listActiveDays } from "../../../db/queries/active-times.ts";
import { listEnrollments } from "../../../db/queries/enrollments.ts";
import { findLatestWork, listLatestTestRuns, listUnseenReviews, type LatestTestRun } from "../../../db/queries/news.ts";
import { findPreferences } from "../../../db/queries/preferences.ts";
import { findReadingPosition } from "../../../db/queries/reading-positions.ts";
import { listUnseenAnswers } from "../../../db/queries/questions.ts";
import type { Activity, ActivityKind, Catalog } from "../../catalog/catalog.ts";
import { findActivityById, findCourse } from "../../catalog/find.ts";
import type { Deps } from "../../deps.server.ts";
import { buildCourseCard, type CourseCard } from "../courses/course-card.ts";
import { dayAt, FALLBACK_TIME_ZONE } from "../plans/local-day.ts";
import { buildActivityPath } from "../progress/activity-path.ts";
import { explainTally, type TallyExplanation } from "../progress/explain.ts";
import { getCourseProgress } from "../progress/get-course-progress.server.ts";
import { buildStudyWeeks, findFirstDay, type StudyWeek } from "./study-weeks.ts";

const RESULTS_SHOWN = 5;

/** The one thing to go on with. */
export interface Continuation {
  courseTitle: string;
  kind: ActivityKind;
  title: string;
  summary: string;
  minutes: number;
  path: string;
  /** False: it is the first thing of the course. */
  hasBegunCourse: boolean;
  /** Latest run of this activity. */
  lastRun: { passedTests: number; totalTests: number } | null;
  draftSavedAt: Date | null;
  /** How far a lesson was read, 0 to 1. */
  readingPosition: number | null;
}

export interface TodayCourse extends CourseCard {
  next: { title: string; path: string } | null;
  /** Why its progress is what it is. */
  why: TallyExplanation;
}

export interface ResultLine {
  submissionId: string;
  title: string;
  courseTitle: string;
  outcome: LatestTestRun["outcome"];
  passedTests: number;
  totalTests: number;
  at: Date;
}

export interface FeedbackLine {
  submissionId: string;
  title: string;
  /** Where the review is read: the project's page, or the submission's when the project is gone. */
  path: string;
  decision: "accepted" | "changes-asked";
  at: Date;
}

export interface AnswerLine {
  questionId: string;
  /** Of the activity that was asked about. */
  title: string;
  at: Date;
}

export interface TodayView {
  now: Date;
  continuation: Continuation | null;
  courses: readonly TodayCourse[];
  results: readonly ResultLine[];
  feedback: readonly FeedbackLine[];
  /** Answers to questions that were not opened yet. */
  answers: readonly AnswerLine[];
  /** Null before anything was measured. */
  weeks: readonly StudyWeek[] | null;
}

/** Somebody's first page: where they left off, their courses, what came in. Courses that are gone are left out. */
export async function openToday(deps: Pick<Deps, "db" | "catalog" | "now">, { userId }: { userId: string }): Promise<TodayView> {
  const { db, catalog } = deps;
  const courses: TodayCourse[] = [];
  let continuation: Continuation | null = null;
  for (const enrollment of await listEnrollments(db, { userId })) {
    const course = findCourse(catalog, enrollment.courseId);
    if (!course?.published) continue;
    const progress = await getCourseProgress(deps, { userId, course, enrollment });
    const { next } = progress;
    courses.push({ ...buildCourseCard(course, progress), next: next && { title: next.title, path: buildActivityPath(next) }, why: explainTally(course.modules, progress.states, progress) });
    if (next && !continuation) continuation = await buildContinuation(deps, { userId, activity: next, courseTitle: course.title, hasBegunCourse: progress.hasBegun });
  }
  const runs = await listLatestTestRuns(db, { userId, limit: RESULTS_SHOWN });
  const reviews = await listUnseenReviews(db, { userId });
  const answers = await listUnseenAnswers(db, { userId });
  const day = dayAt(deps.now(), (await findPreferences(db, { userId }))?.timeZone ?? FALLBACK_TIME_ZONE);
  const activeDays = await listActiveDays(db, { userId, since: findFirstDay(day).toString() });
  return {
    now: deps.now(),
    weeks: buildStudyWeeks(day, activeDays),
    continuation,
    courses,
    results: runs.map(({ submissionId, outcome, passedTests, totalTests, createdAt, ...ids }) => ({ submissionId, outcome, passedTests, totalTests, at: createdAt, ...nameActivity(catalog, ids) })),
    answers: answers.map(({ id, answeredAt, updatedAt, ...ids }) => ({ questionId: id, title: nameActivity(catalog, ids).title, at: answeredAt ?? updatedAt })),
    feedback: reviews.map(({ submissionId, decision, decidedAt, ...ids }) => {
      const course = findCourse(catalog, ids.courseId);
      const activity = course && findActivityById(course, ids.activityId);
      return { submissionId, decision, at: decidedAt, title: nameActivity(catalog, ids).title, path: activity ? `${buildActivityPath(activity)}#review` : `/submissions/${submissionId}` };
    }),
  };
}

async function buildContinuation(
  { db }: Pick<Deps, "db">,
  { userId, activity, courseTitle, hasBegunCourse }: { userId: string; activity: Activity; courseTitle: string; hasBegunCourse: boolean },
): Promise<Continuation> {
  const key = { userId, courseId: activity.courseId, activityId: activity.id };
  const { draftSavedAt, lastRun } = await findLatestWork(db, key);
  const reading = activity.kind === "lesson" ? await findReadingPosition(db, key) : null;
  const { kind, title, summary, minutes } = activity;
  return {
    courseTitle, kind, title, summary, minutes,
    path: buildActivityPath(activity),
    hasBegunCourse,
    lastRun: lastRun && { passedTests: lastRun.passedTests, totalTests: lastRun.totalTests },
    draftSavedAt,
    readingPosition: reading?.position ?? null,
  };
}

/** Titles of an activity; an activity that is gone keeps its id as a name. */
function nameActivity(catalog: Catalog, { courseId, activityId }: { courseId: string; activityId: string }): { title: string; courseTitle: string } {
  const course = findCourse(catalog, courseId);
  return { title: (course && findActivityById(course, activityId)?.title) ?? activityId, courseTitle: course?.title ?? courseId };
}
