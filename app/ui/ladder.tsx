import type { Locale } from "../i18n/locales.ts";
import { createT } from "../i18n/messages.ts";
import { useMessages } from "../i18n/use-messages.ts";
import { messages } from "./messages.ts";

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
  const t = useMessages(messages);
  return (
    <span className="ladder single">
      <i className={classOf(state, false)} />
      <span className="sr-only">{t(WORDS[state])}</span>
    </span>
  );
}

const WORDS = { done: "rungDone", begun: "rungBegun", ahead: "rungAhead", closed: "rungClosed" } as const;

/** A ladder in words: `3 of 12 activities done, 1 begun`. */
export function describeRungs(groups: readonly (readonly RungState[])[], locale: Locale): string {
  const rungs = groups.flat();
  const count = (wanted: RungState) => rungs.filter((rung) => rung === wanted).length;
  return createT(messages, locale)("rungs", { done: String(count("done")), total: String(rungs.length), begun: count("begun"), closed: count("closed") });
}

function classOf(state: RungState, isHere: boolean): string | undefined {
  return [state === "ahead" ? "" : state, isHere ? "here" : ""].filter(Boolean).join(" ") || undefined;
}
