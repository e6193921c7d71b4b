import { listCompletions } from "../../../db/queries/completions.ts";
import { hasCourseRole } from "../../../db/queries/course-roles.ts";
import { findEnrollment } from "../../../db/queries/enrollments.ts";
import type { ActivityKind, Course, Module } from "../../catalog/catalog.ts";
import { SOURCE_LANGUAGE } from "../../catalog/translate-catalog.ts";
import { findActivityById, findCourse } from "../../catalog/find.ts";
import type { Deps } from "../../deps.server.ts";
import type { SignedInUser } from "../../web/session-keeper.server.ts";
import { buildActivityPath } from "../progress/activity-path.ts";
import { getCourseProgress } from "../progress/get-course-progress.server.ts";
import { explainTally, type Reason, type TallyExplanation } from "../progress/explain.ts";
import { buildGateView, listMissingGates, type GateView } from "../progress/gates.ts";
import { getGateScores } from "../progress/get-gate-scores.server.ts";
import type { ActivityState, CourseProgress, ModuleProgress } from "../progress/progress.ts";
import { findCourseChanges, type CourseChanges } from "../versions/find-course-changes.server.ts";
import { renderCourseText } from "./render-course-text.server.ts";
import { buildCourseCard, buildProgressSummary, type CourseCard, type ProgressSummary } from "./course-card.ts";

export interface ActivityLine {
  id: string;
  kind: ActivityKind;
  title: string;
  summary: string;
  minutes: number;
  required: boolean;
  path: string;
  state: ActivityState;
  /** What opens it, when it is closed to this reader. */
  gates: readonly GateView[];
  /** How and when it was done. */
  completed: { reason: Reason; at: Date } | null;
}

/** What a course's page shows. Broken activities are left out. */
export interface CourseView extends CourseCard {
  audience: string;
  outcomes: readonly string[];
  overviewHtml: string;
  modules: readonly { id: string; title: string; summary: string; minutes: number; activities: readonly ActivityLine[]; /** For learners: why it stands where it does. */ why: TallyExplanation | null }[];
  progress: ProgressSummary | null;
  /** For learners: why progress is what it is. */
  why: TallyExplanation | null;
  /** Where to start or go on; null when nothing is left or the reader may not work here. */
  next: { title: string; path: string } | null;
  /** Of the course's own words (BCP 47). */
  language: string;
  /** They are a translation that is older than its source. */
  isStale: boolean;
  /** Enrolled people, and those who teach here and only look. */
  mayOpen: boolean;
  isEnrolled: boolean;
  /** False: only those who teach here see this page. */
  published: boolean;
  /** What a learner has not been told yet of a newer version. */
  changes: CourseChanges | null;
}

/** A course for a visitor (`user` null) or somebody signed in; null when there is none that they may see. */
export async function openCourse(deps: Pick<Deps, "db" | "catalog">, { courseId, user }: { courseId: string; user: SignedInUser | null }): Promise<CourseView | null> {
  const { db, catalog } = deps;
  const course = findCourse(catalog, courseId);
  if (!course) return null;
  const teaches = user !== null && (user.isAdministrator || (await hasCourseRole(db, { userId: user.id, courseId, role: "instructor" })));
  if (!course.published && !teaches) return null;
  const enrollment = user && (await findEnrollment(db, { userId: user.id, courseId }));
  const progress = enrollment ? await getCourseProgress(deps, { userId: enrollment.userId, course, enrollment }) : null;
  return {
    ...buildCourseCard(course, progress),
    language: course.textLanguage ?? SOURCE_LANGUAGE,
    isStale: course.isStale ?? false,
    audience: course.audience,
    outcomes: course.outcomes,
    overviewHtml: (await renderCourseText({ course, file: `${course.folder}/course.md`, text: course.overview, activity: null })).html,
    modules: listModules(course, progress && (await getLineFacts(deps, { course, userId: user?.id ?? "", progress }))),
    progress: progress && buildProgressSummary(progress),
    why: progress && explainTally(course.modules, progress.states, progress),
    next: progress?.next ? { title: progress.next.title, path: buildActivityPath(progress.next) } : null,
    mayOpen: enrollment !== null || teaches,
    isEnrolled: enrollment !== null,
    published: course.published,
    changes: enrollment && (await findCourseChanges(deps, { course, enrollment })),
  };
}

interface LineFacts {
  progress: CourseProgress;
  scores: ReadonlyMap<string, number>;
  /** By present ids. */
  completed: ReadonlyMap<string, ActivityLine["completed"]>;
}

async function getLineFacts({ db }: Pick<Deps, "db">, { course, userId, progress }: { course: Course; userId: string; progress: CourseProgress }): Promise<LineFacts> {
  const completed = new Map<string, ActivityLine["completed"]>();
  for (const { activityId, reason, completedAt } of await listCompletions(db, { userId, courseId: course.id })) {
    const id = findActivityById(course, activityId)?.id;
    if (id) completed.set(id, { reason, at: completedAt });
  }
  return { progress, completed, scores: await getGateScores({ db }, { userId, course }) };
}

function listModules(course: Course, facts: LineFacts | null): CourseView["modules"] {
  const states = facts?.progress.states ?? new Map<string, ActivityState>();
  const done = new Set([...states].flatMap(([id, state]) => (state === "done" ? id : [])));
  return course.modules.map((module, index) => buildModuleView(module, facts?.progress.modules[index] ?? null));

  function buildModuleView(module: Module, tally: ModuleProgress | null): CourseView["modules"][number] {
    const { id, title, summary, activities } = module;
    return {
      id,
      title,
      summary,
      minutes: activities.reduce((sum, { minutes, required }) => sum + (required ? minutes : 0), 0),
      activities: activities.map((activity) => ({
        id: activity.id,
        kind: activity.kind,
        title: activity.title,
        summary: activity.summary,
        minutes: activity.minutes,
        required: activity.required,
        path: buildActivityPath(activity),
        state: states.get(activity.id) ?? "ahead",
        gates: states.get(activity.id) === "closed" && facts ? listMissingGates(course, activity, { done, scores: facts.scores }).map((gate) => buildGateView(course, gate)) : [],
        completed: facts?.completed.get(activity.id) ?? null,
      })),
      why: tally && explainTally([module], states, tally),
    };
  }
}
