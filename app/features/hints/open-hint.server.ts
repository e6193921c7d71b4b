import { ensureHintOpening, listHintOpenings } from "../../../db/queries/hint-openings.ts";
import type { Course } from "../../catalog/catalog.ts";
import type { Deps } from "../../deps.server.ts";
import type { CodeActivity } from "../drafts/learner-files.ts";
import { findNextHint, type HintsView } from "./hints-view.ts";
import { viewHints } from "./view-hints.server.ts";

export type HintAnswer = { kind: "opened"; number: number; hints: HintsView } | { kind: "not-yet"; hints: HintsView };

/**
 * Opens a hint and keeps that it is open. One after the other: a hint whose earlier ones are closed is `not-yet`, as is
 * one that does not exist. Opening it again gives it again. It never counts against anybody.
 */
export async function openHint({ db, now }: Pick<Deps, "db" | "now">, { userId, course, activity, number }: { userId: string; course: Course; activity: CodeActivity; number: number }): Promise<HintAnswer> {
  const at = { userId, courseId: activity.courseId, activityId: activity.id };
  const isOpen = await db.write(async (tx) => {
    const opened = (await listHintOpenings(tx, at)).map((one) => ({ number: one }));
    if (number <= activity.hints.length && opened.some((one) => one.number === number)) return true;
    if (findNextHint({ count: activity.hints.length, opened }) !== number) return false;
    await ensureHintOpening(tx, { ...at, number, at: now() });
    return true;
  });
  const hints = await viewHints(db, { userId, course, activity });
  return isOpen ? { kind: "opened", number, hints } : { kind: "not-yet", hints };
}
