import { useCallback, useMemo, useState } from "react";
import { useActAs } from "../accounts/use-act-as.ts";
import { useHints, type Hints } from "../hints/use-hints.ts";
import type { LearnerResult } from "../submissions/learner-result.ts";
import { aboutOf, findStuck, listFailing, type Stuck } from "./stuck.ts";
import type { LabWork } from "./use-lab-work.ts";
import type { LabHelpView } from "./view-help.server.ts";

export interface LabHelp {
  hints: Hints;
  view: LabHelpView;
  stuck: Stuck | null;
  /** What the failing test of the offer said last. */
  said: string | null;
  hasPassed: boolean;
  /** Takes note of what a run or a hand-in came to. */
  note: (work: LabWork) => void;
  /** Puts the offer away for good. */
  decline: (stuck: Stuck) => void;
}

/** Help at a lab as it is worked on: what the server knew when the page was made, and every run since. */
export function useLabHelp(path: string, view: LabHelpView): LabHelp {
  const actAs = useActAs();
  const hints = useHints(path, view.hints);
  // As the page was made: hand-ins since then are among the results, and must not count twice.
  const [before] = useState(view.facts);
  const [results, setResults] = useState<readonly LearnerResult[]>([]);
  const [declined, setDeclined] = useState<readonly string[]>(before.declined);

  const note = useCallback((work: LabWork) => {
    if (work.kind !== "result") return;
    const { result } = work;
    setResults((all) => (all[0] === result ? all : [result, ...all].slice(0, 10)));
  }, []);
  const decline = useCallback(
    (stuck: Stuck) => {
      setDeclined((all) => [...all, aboutOf(stuck)]);
      // Unheard, it is offered again with the next visit: no harm done.
      void fetch(actAs(`${path}/offers`), { method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify(stuck.kind === "test" ? { test: stuck.name } : {}) }).catch(() => null);
    },
    [actAs, path],
  );

  const hasPassed = before.hasPassed || view.facts.hasPassed;
  const stuck = useMemo(
    () => findStuck({ ...before, hasPassed, declined, verdicts: [...results.map(({ tests }) => listFailing(tests)), ...before.verdicts] }),
    [before, declined, hasPassed, results],
  );
  const said = stuck?.kind === "test" ? (results[0]?.tests.find(({ name }) => name === stuck.name)?.message ?? null) : null;
  return { hints, view, stuck, said, hasPassed, note, decline };
}
