/** The rules of a review: points, who may work on it, what a decision needs. Pure. */
import type { Rubric } from "../../catalog/catalog.ts";
import type { ReviewRefusal } from "./refusals.ts";

export type Decision = "accepted" | "changes-asked";

/** Criterion id to level id, as a grader chose them. */
export type ChosenLevels = Readonly<Record<string, string>>;

/** A claim that was not worked on for this long may be taken over by another grader. */
export const STALE_CLAIM_MS = 24 * 60 * 60_000;

/** Sizes of what people write in reviews, in characters; a form of either fits the body limit in every script. */
export const REVIEW_TEXT_LIMITS = { summary: 5_000, comment: 4_000 } as const;

/** What the total of a rubric came to, as the rubric was. */
export interface Outcome {
  criteria: readonly { id: string; title: string; level: string | null; levelTitle: string | null; points: number; maxPoints: number }[];
  points: number;
  maxPoints: number;
}

/** Only what the rubric knows: ids of criteria and levels that are gone are left out. */
export function pickLevels(rubric: Rubric, chosen: ChosenLevels): Record<string, string> {
  const known = rubric.criteria.flatMap((criterion) => {
    const level = criterion.levels.find(({ id }) => Object.hasOwn(chosen, criterion.id) && chosen[criterion.id] === id);
    return level ? [[criterion.id, level.id] as const] : [];
  });
  return Object.fromEntries(known);
}

/** The rubric's result criterion by criterion; one without a level gives no points. */
export function buildOutcome(rubric: Rubric, chosen: ChosenLevels): Outcome {
  const levels = pickLevels(rubric, chosen);
  const criteria = rubric.criteria.map((criterion) => {
    const level = criterion.levels.find(({ id }) => id === levels[criterion.id]) ?? null;
    const maxPoints = Math.max(...criterion.levels.map(({ points }) => points));
    return { id: criterion.id, title: criterion.title, level: level?.id ?? null, levelTitle: level?.title ?? null, points: level?.points ?? 0, maxPoints };
  });
  return { criteria, points: criteria.reduce((sum, { points }) => sum + points, 0), maxPoints: rubric.maxPoints };
}

/** Criteria for which no level is chosen yet. */
export function listOpenCriteria(rubric: Rubric, chosen: ChosenLevels): string[] {
  const levels = pickLevels(rubric, chosen);
  return rubric.criteria.filter(({ id }) => !Object.hasOwn(levels, id)).map(({ title }) => title);
}

/** What still stands in the way of a decision, for the grader, or null. */
export function findDecisionProblem(
  { rubric, levels, summary, comments }: { rubric: Rubric; levels: ChosenLevels; summary: string; /** Comments that the learner will get. */ comments: number },
  decision: Decision,
): ReviewRefusal | null {
  if (decision === "changes-asked") {
    const saysSomething = summary.trim() !== "" || comments > 0;
    return saysSomething ? null : { key: "sayWhat" };
  }
  const open = listOpenCriteria(rubric, levels);
  return open.length === 0 ? null : { key: "levelsOpen", values: { criteria: open.join(", ") } };
}

/** What a review's row says about who holds it. */
export interface Claim {
  graderId: string;
  claimedAt: Date;
  releasedAt: Date | null;
  decidedAt?: Date | null;
}

/**
 * - `free`: nobody has it, or it was given back.
 * - `mine`: this grader works on it.
 * - `held`: another grader works on it.
 * - `stale`: another grader took it long ago; it may be taken over.
 * - `decided`: nothing can be changed any more.
 */
export type ClaimState = "free" | "mine" | "held" | "stale" | "decided";

export function readClaim(claim: Claim | null, { graderId, now }: { graderId: string; now: Date }): ClaimState {
  if (claim?.decidedAt) return "decided";
  if (!claim || claim.releasedAt) return "free";
  if (claim.graderId === graderId) return "mine";
  return now.getTime() - claim.claimedAt.getTime() > STALE_CLAIM_MS ? "stale" : "held";
}

/** Whether this grader may begin or take over the review. */
export function canClaim(state: ClaimState): boolean {
  return state === "free" || state === "stale";
}
