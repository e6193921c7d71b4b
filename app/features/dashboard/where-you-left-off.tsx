import { Link } from "@remix-run/react";
import { formatMinutes } from "../../ui/format-minutes.ts";
import { When } from "../../ui/when.tsx";
import { KIND_NAMES } from "../courses/kind-mark.tsx";
import { describeReading, describeRun } from "./describe-work.ts";
import type { Continuation } from "./open-today.server.ts";

/** The first thing on the page: one activity, its state, one button. */
export function WhereYouLeftOff({ continuation, now }: { continuation: Continuation; now: Date }) {
  const { courseTitle, kind, title, minutes, path, hasBegunCourse, lastRun, draftSavedAt, readingPosition } = continuation;
  const reading = readingPosition === null ? null : describeReading(readingPosition);
  const isBegun = lastRun !== null || draftSavedAt !== null || reading !== null;
  return (
    <section className="sheet next-up" aria-labelledby="next-up">
      <div>
        <p className="small muted">{isBegun ? "Where you left off" : hasBegunCourse ? "Next for you" : "Your first step"} · {courseTitle}</p>
        <h1 id="next-up">{title}</h1>
        <p className="muted">
          {KIND_NAMES[kind]}, about {formatMinutes(minutes)}.{lastRun && ` ${describeRun(lastRun)}`}
          {draftSavedAt && <> Your draft from <When at={draftSavedAt} now={now} /> is here.</>}
          {reading && ` ${reading}`}
        </p>
      </div>
      <Link className="button primary" to={path} prefetch="intent">{isBegun ? "Continue" : "Start"}<span className="sr-only"> with {title}</span></Link>
    </section>
  );
}
