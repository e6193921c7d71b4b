import { Form, useNavigation } from "@remix-run/react";
import { Check } from "lucide-react";
import { useEffect, useRef, useState } from "react";
import { Prose } from "../../ui/prose.tsx";
import { useActAs } from "../accounts/use-act-as.ts";
import { NotesPart } from "../notes/notes-part.tsx";
import { ActivityBar } from "../progress/activity-bar.tsx";
import { ActivitySteps } from "../progress/activity-steps.tsx";
import type { ActivityPlace } from "../progress/enter-activity.server.ts";
import { LessonOutline } from "./lesson-outline.tsx";
import { LessonVideo } from "./lesson-video.tsx";
import type { LessonView } from "./open-lesson.server.ts";
import { isWorthOffering } from "./reading-position.ts";
import { RenditionSwitch } from "./rendition-switch.tsx";
import { scrollToPosition, useReadingPosition } from "./use-reading-position.ts";
import { useMessages } from "../../i18n/use-messages.ts";
import { messages } from "./messages.ts";
import { useTextLanguageAttributes } from "../../ui/text-language.tsx";

/** The page of a lesson: its text, its outline, the mark at its end. */
export function LessonPage({ place, lesson }: { place: ActivityPlace; lesson: LessonView }) {
  const { title, summary, minutes, html, outline, readingPosition, notes } = lesson;
  const spoken = useTextLanguageAttributes();
  const text = useRef<HTMLDivElement>(null);
  useReadingPosition(text, useActAs()(`${place.path}/position`), place.isEnrolled);
  return (
    <>
      <ActivityBar place={place} kind="lesson" minutes={minutes} />
      <div className={`page lesson ${outline.length > 1 ? "has-outline" : ""}`}>
        <article className="lesson-text" aria-labelledby="title">
          <header className="stack lesson-head">
            <h1 id="title" {...spoken}>{title}</h1>
            {summary && <p className="lead muted" {...spoken}>{summary}</p>}
          </header>
          <RenditionSwitch path={place.path} lesson={lesson} />
          {lesson.video && <LessonVideo key={`video ${place.path}`} path={place.path} title={title} video={lesson.video} />}
          {place.state !== "done" && <ContinueOffer key={`offer ${place.path}`} position={readingPosition} textOf={() => text.current} />}
          {outline.length > 1 && <LessonOutline outline={outline} />}
          <div ref={text} tabIndex={-1} className="lesson-body"><Prose html={html} /></div>
          {place.isEnrolled && <CompleteForm place={place} />}
          <NotesPart key={`notes ${place.path}`} path={place.path} notes={notes} text={text} />
          <ActivitySteps place={place} />
        </article>
      </div>
    </>
  );
}

/** Offered once scripts run, because only they can scroll there. */
function ContinueOffer({ position, textOf }: { position: number | null; textOf: () => HTMLElement | null }) {
  const t = useMessages(messages);
  // What was stored when the page was opened: reading on must not move the offer.
  const [offered] = useState(position);
  const [isOpen, setOpen] = useState(false);
  useEffect(() => setOpen(isWorthOffering(offered) && location.hash === ""), [offered]);
  if (!isOpen || !isWorthOffering(offered)) return null;
  const goOn = () => {
    const element = textOf();
    if (element) scrollToPosition(element, offered);
    setOpen(false);
  };
  return (
    <div className="notice row no-print continue-offer">
      <span>{t("stoppedAt", { percent: String(Math.round(offered * 100)) })}</span>
      <button type="button" className="button small" onClick={goOn}>{t("continueThere")}</button>
    </div>
  );
}

/** One form for both directions: its button keeps the focus when the page comes back with the other one. */
function CompleteForm({ place }: { place: ActivityPlace }) {
  const t = useMessages(messages);
  const navigation = useNavigation();
  const action = useActAs()(`${place.path}/complete`);
  const isBusy = navigation.formAction === action;
  // What was only skipped can still be done.
  const wasSkipped = place.why?.seen.some((seen) => seen.kind === "completed" && seen.reason === "placed") ?? false;
  const isDone = place.state === "done" && !wasSkipped;
  return (
    <Form method="post" action={action} className={`sheet complete no-print ${isDone ? "done" : ""}`} preventScrollReset>
      <p role="status" className={isDone ? "complete-said" : "muted"}>
        {isDone ? <><Check size={20} aria-hidden /> <b>{t("complete")}</b></> : t("readToEnd")}
      </p>
      <button className={`button ${isDone ? "quiet small" : "primary"}`} name="intent" value={isDone ? "reopen" : "complete"} aria-disabled={isBusy}>
        {t(isBusy ? "oneMoment" : isDone ? "takeBack" : "mark")}
      </button>
    </Form>
  );
}
