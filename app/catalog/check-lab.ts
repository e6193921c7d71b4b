/** Whether a lab does what it should: its own programs are graded. Pure over the grade it is given. */
import type { GradeRequest, GradeResult, Limits } from "../../sandbox/contract.ts";
import type { Mutant } from "./build-mutants.ts";
import type { Files, Lab, Problem } from "./catalog.ts";
import { buildFault, quoteForMessage, sortProblems, type Finding } from "./findings.ts";
import { buildRunOptions, buildWorkspace } from "./workspace.ts";

/** Grades one request; waits when the pool is busy. */
export type GradeRun = (request: GradeRequest) => Promise<GradeResult>;

export interface LabReport {
  /** `course/module/activity`. */
  id: string;
  language: Lab["language"];
  sound: boolean;
  problems: readonly Problem[];
  /** How many tests ran for the reference. */
  tests: number;
  /** Null when no mutants were tried. */
  mutation: { killed: number; total: number } | null;
  /** Mutants that passed every test. */
  survivors: readonly Mutant[];
}

/** A fault that loops is found early: mutants get less time than learners. */
const MUTANT_LIMITS = { cpuMs: 2_000, wallMs: 4_000 } as const;

/**
 * A lab is sound when its reference and each alternative pass every test, its starter does not, each known-wrong program fails, and
 * the tests kill as many mutants as the course asks for.
 *
 * @param mutants faulty versions of the reference; empty when they are not to be tried
 */
export async function checkLab(lab: Lab, grade: GradeRun, mutants: readonly Mutant[] = []): Promise<LabReport> {
  const findings: Finding[] = [];
  const run = (files: Files, limits: Partial<Limits> = lab.limits) =>
    grade({ language: lab.language, files: buildWorkspace(lab, files), tests: lab.tests, limits, ...buildRunOptions(lab), priority: "regrade", seed: lab.id });
  const fault = (at: string, message: string, fix: string) => findings.push(buildFault({ file: `${lab.folder ?? lab.file}/${at}`, message, fix }));

  const [reference, starter, ...others] = await Promise.all([run(lab.solution), run({}), ...[...lab.wrong, ...lab.alternatives].map((program) => run(program.files))]);
  const [wrong, alternatives] = [others.slice(0, lab.wrong.length), others.slice(lab.wrong.length)];

  if (reference.outcome === "crashed") fault("tests", `The lab can't be graded: ${reference.message ?? "the sandbox crashed"}`, "Try again; if it stays, tell whoever runs this installation.");
  else if (reference.outcome !== "passed") fault("solution", `The reference does not pass: ${describeFailure(reference)}`, "Correct the reference or the tests.");
  // Said once: without an engine nothing else can be known either.
  if (reference.outcome !== "crashed") {
    if (starter.outcome === "passed") fault("starter", "The starter passes every test, so there is nothing to do.", "Take the answer out of the starter, or test what the learner is to write.");
    else if (starter.outcome === "crashed") fault("starter", `The starter can't be graded: ${starter.message ?? "the sandbox crashed"}`, "Try again.");
    for (const [index, program] of lab.alternatives.entries()) {
      const result = alternatives[index];
      if (result && result.outcome !== "passed") fault(`solution/alt-${program.name}`, `The alternative solution ${quoteForMessage(program.name)} does not pass: ${describeFailure(result)}`, "Correct it or the tests, or remove it.");
    }
    for (const [index, program] of lab.wrong.entries()) {
      const result = wrong[index];
      const name = quoteForMessage(program.name);
      if (result?.outcome === "passed") fault(`wrong/${program.name}`, `The tests accept the wrong program \`${name}\`.`, "Add a test that it fails.");
      else if (result?.outcome === "crashed") fault(`wrong/${program.name}`, `The wrong program \`${name}\` can't be graded: ${result.message ?? "the sandbox crashed"}`, "Try again.");
    }
  }

  let mutation: LabReport["mutation"] = null;
  const survivors: Mutant[] = [];
  if (mutants.length > 0 && reference.outcome === "passed") {
    const limits = {
      ...lab.limits,
      cpuMs: Math.min(lab.limits.cpuMs ?? MUTANT_LIMITS.cpuMs, MUTANT_LIMITS.cpuMs),
      wallMs: Math.min(lab.limits.wallMs ?? MUTANT_LIMITS.wallMs, MUTANT_LIMITS.wallMs),
    };
    const results = await Promise.all(mutants.map((mutant) => run({ ...lab.solution, [mutant.path]: mutant.text }, limits)));
    const judged = mutants.filter((_, index) => results[index]?.outcome !== "crashed");
    survivors.push(...mutants.filter((_, index) => results[index]?.outcome === "passed"));
    mutation = { killed: judged.length - survivors.length, total: judged.length };
    const share = judged.length === 0 ? 1 : mutation.killed / judged.length;
    if (lab.mutation !== null && share < lab.mutation) {
      const [first] = survivors;
      fault(
        "tests",
        `The tests notice ${mutation.killed} of ${mutation.total} faults in the reference; the course asks for ${formatShare(lab.mutation)}.${first ? ` Unnoticed: ${describeMutant(first)}.` : ""}`,
        "Add tests for the changes that `rung check --mutation` lists.",
      );
    }
  }
  return {
    id: `${lab.courseId}/${lab.id}`,
    language: lab.language,
    sound: findings.length === 0,
    problems: sortProblems(findings),
    tests: reference.tests.length,
    mutation,
    survivors,
  };
}

export function describeMutant(mutant: Mutant): string {
  return `${mutant.path}:${mutant.line} ${mutant.change}`;
}

function formatShare(share: number): string {
  return `${Math.round(share * 1000) / 10} %`;
}

function describeFailure(result: GradeResult): string {
  const failed = result.tests.find((test) => test.status !== "passed");
  const reason = failed ? `"${failed.name}" ${failed.status}${failed.message ? `: ${failed.message}` : ""}` : (result.message ?? "no test ran");
  return `${result.outcome}; ${quoteForMessage(reason.replace(/\s+/g, " "))}`;
}
