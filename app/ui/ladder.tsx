/** One rung an activity: filled when done, half when begun, an outline when ahead, dotted when something else comes first. */
export type RungState = "done" | "begun" | "ahead" | "closed";

interface LadderProps {
  /** A group a module. */
  groups: readonly (readonly RungState[])[];
  /** The same in words, e.g. of `describeRungs`; empty when it only decorates. */
  label: string;
  /** Where the reader is: index in the first group. */
  here?: number;
}

/** The ladder of a module (one group) or of a course (a group a module). */
export function Ladder({ groups, label, here }: LadderProps) {
  return (
    <div className="ladder" {...(label === "" ? { "aria-hidden": true } : { role: "img", "aria-label": label })}>
      {groups.map((group, index) => [
        index > 0 && <i key={`gap-${index}`} className="gap" />,
        ...group.map((state, rung) => <i key={`${index}-${rung}`} className={classOf(state, index === 0 && rung === here)} />),
      ])}
    </div>
  );
}

/** A single rung beside a title; its state is also there as text. */
export function Rung({ state }: { state: RungState }) {
  return (
    <span className="ladder single">
      <i className={classOf(state, false)} />
      <span className="sr-only">{WORDS[state]}</span>
    </span>
  );
}

const WORDS = { done: "Done", begun: "Begun", ahead: "Ahead", closed: "Not open yet" } as const;

/** A ladder in words: `3 of 12 activities done, 1 begun`. */
export function describeRungs(groups: readonly (readonly RungState[])[]): string {
  const rungs = groups.flat();
  const begun = rungs.filter((rung) => rung === "begun").length;
  const closed = rungs.filter((rung) => rung === "closed").length;
  return `${rungs.filter((rung) => rung === "done").length} of ${rungs.length} activities done${begun > 0 ? `, ${begun} begun` : ""}${closed > 0 ? `, ${closed} not open yet` : ""}`;
}

function classOf(state: RungState, isHere: boolean): string | undefined {
  return [state === "ahead" ? "" : state, isHere ? "here" : ""].filter(Boolean).join(" ") || undefined;
}
