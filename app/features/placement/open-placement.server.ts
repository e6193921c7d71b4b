import { listCompletions } from "../../../db/queries/completions.ts";
import { listHandedAttempts } from "../../../db/queries/placement-attempts.ts";
import type { Course, Quiz } from "../../catalog/catalog.ts";
import { findActivityById } from "../../catalog/find.ts";
import type { Deps } from "../../deps.server.ts";
import { buildActivityPath } from "../progress/activity-path.ts";
import { readAsked } from "../quizzes/open-quiz.server.ts";
import { listPlacementOffers, type HandedAttempt, type PlacementOffer } from "./placement.ts";

/** A part of the course on the page of a placement test. */
export interface OfferView {
  key: string;
  title: string;
  count: number;
  minutes: number;
  needed: number;
  reached: number | null;
  isEarned: boolean;
  /** `done`: all of it is done, by doing it; `skipped`: all of it counts, some of it by the test; `open`: some of it is left. */
  state: "open" | "skipped" | "done";
}

export interface PlacementView {
  /** Address that its forms post to. */
  path: string;
  /** False before the first attempt was handed in. */
  hasTried: boolean;
  offers: readonly OfferView[];
}

/** What somebody's attempts at a placement test let them skip; null when the quiz places nobody. */
export async function openPlacement({ db }: Pick<Deps, "db">, { userId, course, quiz }: { userId: string; course: Course; quiz: Quiz }): Promise<PlacementView | null> {
  if (quiz.places.length === 0) return null;
  const attempts = await getHandedAttempts({ db }, { userId, quiz });
  const reasons = await getReasons({ db }, { userId, course });
  return {
    path: `${buildActivityPath(quiz)}/placement`,
    hasTried: attempts.length > 0,
    offers: listPlacementOffers(course, quiz, attempts).map((offer) => ({
      key: offer.key,
      title: offer.title,
      count: offer.activities.length,
      minutes: offer.activities.reduce((sum, { minutes }) => sum + minutes, 0),
      needed: offer.needed,
      reached: offer.reached,
      isEarned: offer.isEarned,
      state: readState(offer, reasons),
    })),
  };
}

export async function getHandedAttempts({ db }: Pick<Deps, "db">, { userId, quiz }: { userId: string; quiz: Quiz }): Promise<HandedAttempt[]> {
  const rows = await listHandedAttempts(db, { userId, courseId: quiz.courseId, activityIds: [quiz.id, ...quiz.aliases] });
  return rows.map(({ asked, results }) => ({ asked: readAsked({ asked }), results: results ?? {} }));
}

async function getReasons({ db }: Pick<Deps, "db">, { userId, course }: { userId: string; course: Course }): Promise<Map<string, string>> {
  const reasons = new Map<string, string>();
  for (const { activityId, reason } of await listCompletions(db, { userId, courseId: course.id })) {
    const id = findActivityById(course, activityId)?.id;
    if (id && (!reasons.has(id) || reason !== "placed")) reasons.set(id, reason);
  }
  return reasons;
}

function readState({ activities }: PlacementOffer, reasons: ReadonlyMap<string, string>): OfferView["state"] {
  const own = activities.map(({ id }) => reasons.get(id));
  if (own.some((reason) => reason === undefined)) return "open";
  return own.includes("placed") ? "skipped" : "done";
}
