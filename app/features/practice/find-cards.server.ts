import { listEnrollments } from "../../../db/queries/enrollments.ts";
import { deleteCard, ensureCard, listBegunCards, listCardKeys, listPassed, updateCard, type CardKey, type PracticeCard } from "../../../db/queries/practice-cards.ts";
import { listOutcomesSince } from "../../../db/queries/practice-outcomes.ts";
import type { Activity, Catalog, Course, Lab, Quiz } from "../../catalog/catalog.ts";
import { findActivityById, findCourse } from "../../catalog/find.ts";
import type { QuizQuestion } from "../../catalog/questions.ts";
import type { Deps } from "../../deps.server.ts";
import { beginRecall, creditLab, LONGEST_LAB_MINUTES, recallAgain } from "./recall.ts";

/** What a card asks for: a question of a quiz, or a lab. */
export type CardTask = { course: Course } & ({ kind: "question"; quiz: Quiz; question: QuizQuestion } | { kind: "lab"; lab: Lab });

/** What a card means in the catalog of now; null when it is gone from there. */
export function findCardTask(catalog: Catalog, card: Pick<PracticeCard, "courseId" | "activityId" | "questionId">): CardTask | null {
  const course = findCourse(catalog, card.courseId);
  const activity = course?.published ? findActivityById(course, card.activityId) : null;
  if (!course || !activity) return null;
  if (activity.kind === "lab" && card.questionId === "") return { kind: "lab", course, lab: activity };
  const question = activity.kind === "quiz" ? activity.questions.find(({ id }) => id === card.questionId) : undefined;
  return activity.kind === "quiz" && question ? { kind: "question", course, quiz: activity, question } : null;
}

/**
 * Brings somebody's cards up to date: what they passed since joins, labs that they passed again count, and what is gone
 * from the courses goes. May be repeated.
 */
export async function refreshCards({ db, catalog }: Pick<Deps, "db" | "catalog">, { userId }: { userId: string }): Promise<void> {
  const courseIds = (await listEnrollments(db, { userId })).map(({ courseId }) => courseId);
  const passed = await listPassed(db, { userId, courseIds });
  const known = await listCardKeys(db, { userId });
  const has = new Set(known.map(nameCard));
  const fresh: PracticeCard[] = passed.flatMap(({ courseId, activityId, completedAt }) => {
    const course = findCourse(catalog, courseId);
    const activity = course && findActivityById(course, activityId);
    if (!activity) return [];
    return listAsked(activity)
      .map((questionId) => ({ userId, courseId, activityId: activity.id, questionId }))
      .filter((key) => !has.has(nameCard(key)))
      .map((key) => ({ ...key, ...beginRecall(completedAt), begunAt: null, createdAt: completedAt }));
  });
  const gone = known.filter((key) => !findCardTask(catalog, key));
  const again = await listLabsPassedAgain({ db }, { userId });
  if (fresh.length + gone.length + again.length === 0) return;
  await db.write(async (tx) => {
    for (const key of gone) await deleteCard(tx, { userId, ...key });
    for (const card of fresh) await ensureCard(tx, card);
    for (const card of again) await updateCard(tx, card);
  });
}

/** Ids of what an activity gives to practise; a lab is one thing without an id. */
function listAsked(activity: Activity): string[] {
  if (activity.kind === "quiz") return activity.places.length > 0 ? [] : activity.questions.map(({ id }) => id);
  return activity.kind === "lab" && activity.minutes <= LONGEST_LAB_MINUTES ? [""] : [];
}

async function listLabsPassedAgain({ db }: Pick<Deps, "db">, { userId }: { userId: string }): Promise<Parameters<typeof updateCard>[1][]> {
  const done: Parameters<typeof updateCard>[1][] = [];
  for (const card of await listBegunCards(db, { userId })) {
    const { courseId, activityId, questionId, memory, dueAt, begunAt } = card;
    if (!begunAt) continue;
    const outcomes = await listOutcomesSince(db, { userId, courseId, activityId, notBefore: begunAt });
    const at = outcomes.findIndex(({ outcome }) => outcome === "passed");
    const passed = outcomes[at];
    if (passed) done.push({ userId, courseId, activityId, questionId, expected: dueAt, ...recallAgain({ memory, dueAt }, creditLab(at), passed.at) });
  }
  return done;
}

function nameCard({ courseId, activityId, questionId }: Omit<CardKey, "userId">): string {
  return `${courseId}/${activityId}#${questionId}`;
}
