import { CircleCheck, CircleX, FlaskConical, TriangleAlert } from "lucide-react";
import type { Said } from "../../i18n/saying.ts";
import { useMessages } from "../../i18n/use-messages.ts";
import { Results } from "../submissions/results.tsx";
import { messages } from "./file-messages.ts";
import type { TriedProgram, TryAnswer } from "./try-lab.server.ts";

interface LabTrialProps {
  lab: { id: string; wrong: string[] };
  /** The form that the editor is in: its text is stored before the lab is tried. */
  formId: string;
  isRunning: boolean;
  answer: Said<TryAnswer> | { kind: "refused"; message: string } | null;
}

/** Tries the lab's own programs: whether the tests let the reference pass, and nothing else. */
export function LabTrial({ lab, formId, isRunning, answer }: LabTrialProps) {
  const t = useMessages(messages);
  const programs = 2 + lab.wrong.length;
  return (
    <section className="teach-trial sheet" aria-labelledby="trial">
      <div className="row">
        <h2 className="h3" id="trial">{t("tryTitle")}</h2>
        <button className="button small primary" form={formId} name="intent" value="try" aria-disabled={isRunning}><FlaskConical size={16} aria-hidden /> {t(isRunning ? "trying" : "tryIt")}</button>
      </div>
      <div role="status" className="small">
        {isRunning && <p className="muted">{t("runningPrograms", { count: String(programs) })}</p>}
        {!isRunning && answer?.kind === "tried" && (answer.isSound ? <p className="teach-good"><CircleCheck size={17} aria-hidden /> {t("sound")}</p> : <p className="teach-bad"><TriangleAlert size={17} aria-hidden /> {t("notSound")}</p>)}
        {!isRunning && answer?.kind === "refused" && <p className="teach-bad">{answer.message}</p>}
        {!isRunning && !answer && <p className="muted">{t("tryWhat", { wrong: lab.wrong.length })}</p>}
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
  const t = useMessages(messages);
  const { result } = program;
  return (
    <li>
      <details open={program.isAsItMustBe !== true}>
        <summary>
          {program.isAsItMustBe ? <CircleCheck className="teach-good" size={18} role="img" aria-label={t("asItMustBe")} /> : <CircleX className="teach-bad" size={18} role="img" aria-label={t("notAsItMustBe")} />}
          <span><bdi>{program.kind === "wrong" ? `wrong/${program.name}` : program.kind === "alternative" ? `alt-${program.name}` : t(program.kind)}</bdi> <span className="muted small">{describe(program, t)}</span></span>
        </summary>
        <Results result={result} />
      </details>
    </li>
  );
}

function describe({ kind, isAsItMustBe, result: { outcome, passedTests, totalTests } }: TriedProgram, t: ReturnType<typeof useMessages<(typeof messages)["en"]>>): string {
  if (isAsItMustBe === null) return t("notRun");
  const mustPass = kind === "reference" || kind === "alternative";
  if (outcome === "passed") return t(mustPass ? "passes" : "passesMustNot");
  if (totalTests === 0) return t(mustPass ? "cannotRunMustPass" : "cannotRun");
  return t(mustPass ? "failsMustPass" : "fails", { failed: String(totalTests - passedTests), total: String(totalTests) });
}
