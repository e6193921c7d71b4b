import { listCourseRoles } from "../../../db/queries/course-roles.ts";
import { countReviewQueue, listDecidedReviews, listReviewQueue, type Decision, type QueueRow } from "../../../db/queries/reviews.ts";
import type { Deps } from "../../deps.server.ts";
import { nameWork } from "./find-project.ts";
import { readClaim, type ClaimState } from "./review.ts";

/** Lines of the queue on one page. */
const QUEUE_LIMIT = 100;
const DECIDED_LIMIT = 8;

export interface QueueItem {
  submissionId: string;
  courseTitle: string;
  title: string;
  learnerName: string;
  handedInAt: Date;
  /** 1 for a first hand-in. */
  number: number;
  testRun: QueueRow["testRun"];
  areTestsRunning: boolean;
  claim: ClaimState;
  /** Who holds it, when it isn't this grader. */
  heldBy: { name: string; since: Date } | null;
}

export interface DecidedItem {
  submissionId: string;
  courseTitle: string;
  title: string;
  learnerName: string;
  decision: Decision;
  decidedAt: Date;
}

export interface ReviewQueue {
  now: Date;
  /** Claimed by this grader. */
  mine: readonly QueueItem[];
  /** Of everybody else's, the oldest first. */
  waiting: readonly QueueItem[];
  /** Courses of this grader, with how many wait or are held in each. */
  courses: readonly { id: string; title: string; waiting: number }[];
  /** The course that the list is narrowed to. */
  courseId: string | null;
  /** How many there are, shown or not. */
  total: number;
  decided: readonly DecidedItem[];
}

/** What waits for a grader's review, or null for people who grade no course. A course that is not theirs narrows nothing. */
export async function openReviewQueue({ db, catalog, now }: Pick<Deps, "db" | "catalog" | "now">, { graderId, courseId }: { graderId: string; courseId: string | null }): Promise<ReviewQueue | null> {
  const graded = (await listCourseRoles(db, { userId: graderId })).filter(({ role }) => role === "grader");
  if (graded.length === 0) return null;
  const narrowedTo = graded.find((course) => course.courseId === courseId)?.courseId ?? null;

  const at = now();
  const counts = await countReviewQueue(db, { graderId });
  const rows = await listReviewQueue(db, { graderId, courseId: narrowedTo, limit: QUEUE_LIMIT });
  const items = rows.map((row) => buildItem(row));
  const decided = await listDecidedReviews(db, { graderId, limit: DECIDED_LIMIT });
  const courses = graded.map((course) => ({
    id: course.courseId,
    title: nameWork(catalog, { courseId: course.courseId, activityId: "" }).courseTitle,
    waiting: counts.find((count) => count.courseId === course.courseId)?.waiting ?? 0,
  }));
  return {
    now: at,
    mine: items.filter((item) => item.claim === "mine"),
    waiting: items.filter((item) => item.claim !== "mine"),
    courses,
    courseId: narrowedTo,
    total: courses.filter(({ id }) => narrowedTo === null || id === narrowedTo).reduce((sum, { waiting }) => sum + waiting, 0),
    decided: decided.flatMap(({ courseId: id, activityId, decision, decidedAt, ...row }) =>
      decision && decidedAt ? [{ ...row, decision, decidedAt, ...nameWork(catalog, { courseId: id, activityId }) }] : [],
    ),
  };

  function buildItem(row: QueueRow): QueueItem {
    const claim = readClaim(row.review, { graderId, now: at });
    const isElsewhere = claim === "held" || claim === "stale";
    return {
      submissionId: row.submissionId,
      ...nameWork(catalog, row),
      learnerName: row.learnerName,
      handedInAt: row.createdAt,
      number: row.earlier + 1,
      testRun: row.testRun,
      areTestsRunning: row.gradingState !== "done",
      claim,
      heldBy: isElsewhere && row.review ? { name: row.graderName ?? "", since: row.review.claimedAt } : null,
    };
  }
}
