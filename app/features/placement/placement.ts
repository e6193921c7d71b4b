/** What a placement test shows that somebody knows, and may skip. Pure. */
import type { Activity, Course, Quiz, QuizPlacement } from "../../catalog/catalog.ts";
import { findActivityById, findModule } from "../../catalog/find.ts";

/** One attempt that was handed in. */
export interface HandedAttempt {
  asked: readonly { id: string; points: number; pool: string | null }[];
  results: Readonly<Record<string, { credit: number }>>;
}

/** A part of the course that a test can make superfluous. */
export interface PlacementOffer {
  /** What was written in `skips`: names the offer in forms. */
  key: string;
  title: string;
  /** Its activities, in reading order; the test itself is never one. */
  activities: readonly Activity[];
  /** Share of the points that is enough, 0 to 1. */
  needed: number;
  /** The best of all attempts; null when none asked about it. */
  reached: number | null;
  isEarned: boolean;
}

/** What a quiz says may be skipped, with what the attempts were worth there. Parts that are not there are left out. */
export function listPlacementOffers(course: Course, quiz: Quiz, attempts: readonly HandedAttempt[]): PlacementOffer[] {
  return quiz.places.flatMap((placement) => {
    const scores = attempts.flatMap((attempt) => scorePart(placement, attempt) ?? []);
    const reached = scores.length === 0 ? null : Math.max(...scores);
    return placement.skips.flatMap((name) => {
      const part = resolveSkip(course, quiz, name);
      // Rounding of the sum must not cost anybody a part: 0.1 + 0.2 is a little more than 0.3.
      return part ? [{ key: name, ...part, needed: placement.score, reached, isEarned: reached !== null && reached + 1e-9 >= placement.score }] : [];
    });
  });
}

/** What the answers were worth where this placement looks, 0 to 1; null when nothing of it was asked. */
export function scorePart({ questions, pool }: Pick<QuizPlacement, "questions" | "pool">, { asked, results }: HandedAttempt): number | null {
  const counted = asked.filter((question) => (questions === null || questions.includes(question.id)) && (pool === null || question.pool === pool));
  const points = counted.reduce((sum, question) => sum + question.points, 0);
  if (points === 0) return null;
  return counted.reduce((sum, question) => sum + question.points * (results[question.id]?.credit ?? 0), 0) / points;
}

/** A module, or an activity of this or another module. */
function resolveSkip(course: Course, quiz: Quiz, name: string): Pick<PlacementOffer, "title" | "activities"> | null {
  const module = findModule(course, name);
  if (module) {
    const activities = module.activities.filter(({ id }) => id !== quiz.id);
    return activities.length > 0 ? { title: module.title, activities } : null;
  }
  const activity = findActivityById(course, name.includes("/") ? name : `${quiz.moduleId}/${name}`);
  return activity && activity.id !== quiz.id ? { title: activity.title, activities: [activity] } : null;
}
