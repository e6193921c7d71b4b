import type { Course, Lesson, Video } from "../../catalog/catalog.ts";
import { renderCourseText } from "../courses/render-course-text.server.ts";
import { buildActivityPath } from "../progress/activity-path.ts";
import { findContentType } from "./find-asset.server.ts";

/** A lesson's video as its page shows it. */
export interface VideoView {
  source:
    | { kind: "file"; path: string; contentType: string; captions: readonly { language: string; path: string }[] }
    /** `isAllowed`: the reader agreed that this page loads from `host`. `isAlways`: and every other page too. */
    | { kind: "embed"; host: string; provider: string; address: string; isAllowed: boolean; isAlways: boolean };
  transcriptHtml: string | null;
}

export async function openVideo({ course, lesson, video, allowed }: { course: Course; lesson: Lesson; video: Video; allowed: { once: boolean; hosts: readonly string[] } }): Promise<VideoView> {
  const { source, captions, transcript } = video;
  const base = `${buildActivityPath(lesson)}/assets/`;
  const pathOf = (asset: string) => base + asset.split("/").map(encodeURIComponent).join("/");
  const transcriptHtml = transcript && (await renderCourseText({ course, file: transcript.file, text: transcript.text, activity: lesson })).html;
  if (source.kind === "embed") {
    const isAlways = allowed.hosts.includes(source.host);
    return { source: { ...source, isAlways, isAllowed: isAlways || allowed.once }, transcriptHtml };
  }
  return {
    source: { kind: "file", path: pathOf(source.asset), contentType: findContentType(source.asset) ?? "", captions: captions.map(({ language, asset }) => ({ language, path: pathOf(asset) })) },
    transcriptHtml,
  };
}
