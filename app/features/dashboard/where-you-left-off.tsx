import { formatMinutes } from "../../ui/format-minutes.ts";
import { Link } from "../../ui/link.tsx";
import { When } from "../../ui/when.tsx";
import { useKindName } from "../courses/kind-mark.tsx";
import { describeReading, describeRun } from "./describe-work.ts";
import type { Continuation } from "./open-today.server.ts";
import { useLocale, useMessages } from "../../i18n/use-messages.ts";
import { messages } from "./messages.ts";

/** The first thing on the page: one activity, its state, one button. */
export function WhereYouLeftOff({ continuation, now }: { continuation: Continuation; now: Date }) {
  const t = useMessages(messages);
  const locale = useLocale();
  const nameKind = useKindName();
  const { courseTitle, kind, title, minutes, path, hasBegunCourse, lastRun, draftSavedAt, readingPosition } = continuation;
  const reading = readingPosition === null ? null : describeReading(readingPosition, locale);
  const isBegun = lastRun !== null || draftSavedAt !== null || reading !== null;
  return (
    <section className="sheet next-up" aria-labelledby="next-up">
      <div>
        <p className="small muted">{t(isBegun ? "leftOff" : hasBegunCourse ? "nextForYou" : "firstStep")} · {courseTitle}</p>
        <h1 id="next-up">{title}</h1>
        <p className="muted">
          {t("kindAndTime", { kind: nameKind(kind), time: formatMinutes(minutes) })}{lastRun && ` ${describeRun(lastRun, locale)}`}
          {draftSavedAt && <> {t.rich("draftHere", { when: () => <When key="when" at={draftSavedAt} now={now} /> })}</>}
          {reading && ` ${reading}`}
        </p>
      </div>
      <Link className="button primary" to={path} prefetch="intent">{t.rich(isBegun ? "continueWith" : "startWith", { title, hidden: (words) => <span key="hidden" className="sr-only">{words}</span> })}</Link>
    </section>
  );
}
