/** Rows as what pages show. Pure. */
import type { GradeResult } from "../../../sandbox/contract.ts";
import type { CommentView, DecisionView, RunView } from "./review-view.ts";
import type { Decision, Outcome } from "./review.ts";

interface CommentRow {
  id: string;
  authorId: string;
  authorName: string;
  path: string | null;
  line: number | null;
  body: string;
  createdAt: Date;
  releasedAt: Date | null;
}

export function buildCommentView({ learnerId }: { learnerId: string }, row: CommentRow): CommentView {
  const { id, authorName, body, createdAt, path, line } = row;
  return {
    id, authorName, body, createdAt,
    isLearners: row.authorId === learnerId,
    place: path !== null && line !== null ? { path, line } : null,
    isReleased: row.releasedAt !== null,
  };
}

/** Null for a review that is not decided. */
export function buildDecisionView(row: { decision: Decision | null; decidedAt: Date | null; summary: string; outcome: Outcome | null } | null, graderName: string | null): DecisionView | null {
  if (!row?.decision || !row.decidedAt || !row.outcome) return null;
  const { decision, decidedAt, summary, outcome } = row;
  return { decision, decidedAt, summary, outcome, graderName: graderName ?? "" };
}

/** A verdict with everything in it: graders see hidden tests too. */
export function buildRunView(run: { passedTests: number; totalTests: number; result: unknown } | null): RunView | null {
  if (!run) return null;
  // Written by the grading queue and by nobody else.
  const { outcome, message, output, tests } = run.result as GradeResult;
  return {
    outcome, message, output,
    passedTests: run.passedTests,
    totalTests: run.totalTests,
    tests: tests.map(({ name, group, status, message: said, expected, actual, output: printed, location, durationMs }) => ({ name, group, status, message: said, expected, actual, output: printed, location, durationMs })),
  };
}
