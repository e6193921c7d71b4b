import type { Activity, Course, MarkdownText } from "../../catalog/catalog.ts";
import { findActivity } from "../../catalog/find.ts";
import { findLinkTarget } from "../../catalog/link-targets.ts";
import { renderMarkdown, type RenderedText } from "../../catalog/render-markdown.server.ts";
import { buildActivityPath } from "../progress/activity-path.ts";

/**
 * An author's text as safe HTML with links that work on the site: files of the course become its pages, pictures the
 * addresses of their activity. A link to what learners cannot open stays as plain words.
 *
 * @param file where the text stands, from the content folder
 * @param activity whose text it is; null for a course or a module
 */
export async function renderCourseText({ course, file, text, activity }: { course: Course; file: string; text: MarkdownText; activity: Activity | null }): Promise<RenderedText> {
  const isOwn = text === (activity ? activity.text : course.overview);
  return renderMarkdown(text.source, {
    // Hints, rubrics and answers stay as they were written when the text itself is translated.
    language: isOwn ? (activity ?? course).textLanguage : undefined,
    resolveLink: (href) => findAddress(course, file, href),
    assetBase: activity ? `${buildActivityPath(activity)}/assets` : undefined,
  });
}

function findAddress(course: Course, file: string, href: string): string | null {
  const target = findLinkTarget(course, file, href);
  switch (target?.kind) {
    case "course":
      return `/courses/${course.id}`;
    case "module":
      return `/courses/${course.id}#${target.moduleId}`;
    case "activity":
    case "asset": {
      const activity = findActivity(course, target.moduleId, target.slug);
      if (!activity) return null;
      return buildActivityPath(activity) + (target.kind === "asset" ? `/assets/${target.name.split("/").map(encodeURIComponent).join("/")}` : "");
    }
    case undefined:
      return null;
  }
}
