/** One rung an activity: filled when done, half when begun, an outline when ahead. */
export type RungState = "done" | "begun" | "ahead";

/** The ladder of a module (one group) or of a course (a group a module). */
export function Ladder({ groups, label }: { groups: readonly (readonly RungState[])[]; label: string }) {
  return (
    <div className="ladder" role="img" aria-label={label}>
      {groups.map((group, index) => [
        index > 0 && <i key={`gap-${index}`} className="gap" />,
        ...group.map((state, rung) => <i key={`${index}-${rung}`} className={state === "ahead" ? undefined : state} />),
      ])}
    </div>
  );
}
