import { CircleCheck, CircleX, FlaskConical, TriangleAlert } from "lucide-react";
import { Results } from "../submissions/results.tsx";
import type { TriedProgram, TryAnswer } from "./try-lab.server.ts";

interface LabTrialProps {
  lab: { id: string; wrong: string[] };
  /** The form that the editor is in: its text is stored before the lab is tried. */
  formId: string;
  isRunning: boolean;
  answer: TryAnswer | { kind: "refused"; message: string } | null;
}

/** Tries the lab's own programs: whether the tests let the reference pass, and nothing else. */
export function LabTrial({ lab, formId, isRunning, answer }: LabTrialProps) {
  const programs = 2 + lab.wrong.length;
  return (
    <section className="teach-trial sheet" aria-labelledby="trial">
      <div className="row">
        <h2 className="h3" id="trial">Try the lab</h2>
        <button className="button small primary" form={formId} name="intent" value="try" aria-disabled={isRunning}><FlaskConical size={16} aria-hidden /> {isRunning ? "Trying…" : "Try it"}</button>
      </div>
      <div role="status" className="small">
        {isRunning && <p className="muted">Running {programs} programs against all tests…</p>}
        {!isRunning && answer?.kind === "tried" && (answer.isSound ? <p className="teach-good"><CircleCheck size={17} aria-hidden /> Sound: the reference passes, and everything else fails.</p> : <p className="teach-bad"><TriangleAlert size={17} aria-hidden /> Not sound yet: see what is marked below.</p>)}
        {!isRunning && answer?.kind === "refused" && <p className="teach-bad">{answer.message}</p>}
        {!isRunning && !answer && <p className="muted">The reference must pass, the starter and {lab.wrong.length === 0 ? "known-wrong programs" : lab.wrong.length === 1 ? "the known-wrong program" : `the ${lab.wrong.length} known-wrong programs`} must not.</p>}
      </div>
      {!isRunning && answer?.kind === "tried" && (
        <ul className="list teach-programs">
          {answer.programs.map((program) => <Program key={`${program.kind}/${program.name}`} program={program} />)}
        </ul>
      )}
    </section>
  );
}

function Program({ program }: { program: TriedProgram }) {
  const { result } = program;
  const failed = result.totalTests - result.passedTests;
  return (
    <li>
      <details open={program.isAsItMustBe !== true}>
        <summary>
          {program.isAsItMustBe ? <CircleCheck className="teach-good" size={18} role="img" aria-label="As it must be:" /> : <CircleX className="teach-bad" size={18} role="img" aria-label="Not as it must be:" />}
          <span><bdi>{program.kind === "wrong" ? `wrong/${program.name}` : program.kind === "alternative" ? `alt-${program.name}` : program.name}</bdi> <span className="muted small">{describe(program, failed)}</span></span>
        </summary>
        <Results result={result} />
      </details>
    </li>
  );
}

function describe({ kind, isAsItMustBe, result }: TriedProgram, failed: number): string {
  if (isAsItMustBe === null) return "could not be run";
  if (result.outcome === "passed") return kind === "reference" || kind === "alternative" ? "passes" : "passes, and must not: add a test that it fails";
  const how = result.totalTests > 0 ? `fails ${failed} of ${result.totalTests}` : "can't be run";
  return kind === "reference" || kind === "alternative" ? `${how}, and must pass` : how;
}
