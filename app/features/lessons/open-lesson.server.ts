import { findMediaPreference } from "../../../db/queries/media-preferences.ts";
import { findReadingPosition } from "../../../db/queries/reading-positions.ts";
import type { Lesson, Rendition } from "../../catalog/catalog.ts";
import type { OutlineEntry } from "../../catalog/dress-markup.ts";
import type { Deps } from "../../deps.server.ts";
import type { CourseVisit } from "../../web/require-enrollment.server.ts";
import { renderCourseText } from "../courses/render-course-text.server.ts";
import { chooseRendition } from "./choose-rendition.ts";
import { viewActivityNotes, type ActivityNotes } from "../notes/view-notes.server.ts";
import { openVideo, type VideoView } from "./open-video.server.ts";

/** What a learner sees of a lesson. */
export interface LessonView {
  title: string;
  summary: string;
  minutes: number;
  html: string;
  /** Headings of the first two levels. */
  outline: readonly OutlineEntry[];
  /** Where the reader stopped, 0 to 1; null when they have not begun. */
  readingPosition: number | null;
  /** The form that is shown, and all that there are; one when there is no choice. */
  form: Rendition["form"];
  forms: readonly { form: Rendition["form"]; minutes: number }[];
  video: VideoView | null;
  /** What this reader wrote and marked here. */
  notes: ActivityNotes;
}

/** A lesson as its reader finds it, in the form that they like. @param playOnce the reader agreed to load the video of another site this time */
export async function openLesson({ db }: Pick<Deps, "db">, { user, course }: CourseVisit, lesson: Lesson, { playOnce = false } = {}): Promise<LessonView> {
  const reading = await findReadingPosition(db, { userId: user.id, courseId: lesson.courseId, activityId: lesson.id });
  const hasChoice = lesson.renditions.length > 1;
  const hasEmbed = lesson.renditions.some(({ video }) => video?.source.kind === "embed");
  const preference = hasChoice || hasEmbed ? await findMediaPreference(db, { userId: user.id }) : null;
  const rendition = chooseRendition(lesson.renditions, preference?.form ?? null);
  const { file, text } = rendition && rendition !== lesson.renditions[0] ? rendition : lesson;
  const { html, outline } = await renderCourseText({ course, file, text, activity: lesson });
  const { title, summary } = lesson;
  return {
    title,
    summary,
    minutes: rendition?.minutes ?? lesson.minutes,
    html,
    outline: outline.filter(({ depth }) => depth <= 3),
    readingPosition: reading?.position ?? null,
    notes: await viewActivityNotes({ db }, { userId: user.id, activity: lesson }),
    form: rendition?.form ?? "text",
    forms: lesson.renditions.map(({ form, minutes }) => ({ form, minutes })),
    video: rendition?.video ? await openVideo({ course, lesson, video: rendition.video, allowed: { once: playOnce, hosts: preference?.hosts ?? [] } }) : null,
  };
}
