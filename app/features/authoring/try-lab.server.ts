import { isBusy, type GradeResult } from "../../../sandbox/contract.ts";
import type { Files, Lab } from "../../catalog/catalog.ts";
import { buildRunOptions, buildWorkspace } from "../../catalog/workspace.ts";
import type { Deps } from "../../deps.server.ts";
import { sayingOfBusy } from "../submissions/busy-messages.ts";
import type { LearnerResult } from "../submissions/learner-result.ts";
import { viewDiagnostics } from "../submissions/redact-result.ts";
import { openDraftCourse } from "./build-draft-course.server.ts";
import { findOwner } from "./course-outline.ts";
import type { TeachingVisit } from "./find-taught-course.server.ts";
import type { Refusal } from "./refusals.ts";

export interface TriedProgram {
  /** `reference`, `starter`, or the name of an alternative or of a known-wrong program. */
  name: string;
  kind: "reference" | "alternative" | "starter" | "wrong";
  /** True when it came out as it must: the reference passes, everything else does not. Null: the sandbox failed. */
  isAsItMustBe: boolean | null;
  /** In full, hidden tests included. Hostile text. */
  result: LearnerResult;
}

export type TryAnswer = { kind: "tried"; labId: string; title: string; isSound: boolean; programs: TriedProgram[] } | { kind: "refused"; message: Refusal };

/**
 * Runs a lab's own programs against its tests, from the unpublished changes: the reference must pass, the starter and
 * every known-wrong program must not. One run after the other, behind learners'.
 *
 * @param path any file of the lab
 */
export async function tryLab(deps: Pick<Deps, "db" | "catalog" | "sandbox">, visit: TeachingVisit, { path, signal }: { path: string; signal?: AbortSignal }): Promise<TryAnswer> {
  const draft = await openDraftCourse(deps, visit);
  const owner = findOwner(draft.outline, path).activity;
  const lab = draft.course.modules.flatMap(({ activities }) => activities).find((own): own is Lab => own.kind === "lab" && own.id === owner?.id);
  if (!lab) return { kind: "refused", message: { key: owner?.kind === "broken" ? "tryProblems" : "tryNoLab" } };

  const all: { name: string; kind: TriedProgram["kind"]; files: Files }[] = [
    { name: "reference", kind: "reference", files: lab.solution },
    ...lab.alternatives.map(({ name, files }) => ({ name, kind: "alternative" as const, files })),
    { name: "starter", kind: "starter", files: {} },
    ...lab.wrong.map(({ name, files }) => ({ name, kind: "wrong" as const, files })),
  ];
  const programs: TriedProgram[] = [];
  for (const { name, kind, files } of all) {
    const result = await deps.sandbox.grade(
      { language: lab.language, files: buildWorkspace(lab, files), tests: lab.tests, limits: lab.limits, ...buildRunOptions(lab), priority: "preview", owner: `author:${visit.userId}`, seed: lab.id },
      { signal },
    );
    if (isBusy(result)) return { kind: "refused", message: sayingOfBusy(result) };
    programs.push({ name, kind, isAsItMustBe: judge(kind, result), result: viewResult(result) });
  }
  return { kind: "tried", labId: lab.id, title: lab.title, isSound: programs.every(({ isAsItMustBe }) => isAsItMustBe === true), programs };
}

function judge(kind: TriedProgram["kind"], { outcome }: GradeResult): boolean | null {
  if (outcome === "crashed") return null;
  return (outcome === "passed") === (kind === "reference" || kind === "alternative");
}

/** Field by field, so that nothing of the engine's is added by accident; authors see hidden tests whole. */
function viewResult({ outcome, tests, output, message, diagnostics, durationMs }: GradeResult): LearnerResult {
  return {
    outcome,
    passedTests: tests.filter(({ status }) => status === "passed").length,
    totalTests: tests.length,
    tests: tests.map(({ points: _points, ...test }) => test),
    output,
    message,
    diagnostics: viewDiagnostics({ diagnostics }),
    durationMs,
  };
}
