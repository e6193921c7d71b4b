/** Texts of questions as pages show them. */
import { toString } from "mdast-util-to-string";
import type { Activity, Course } from "../../catalog/catalog.ts";
import { parseMarkdown } from "../../catalog/parse-markdown.ts";
import type { Choice } from "../../catalog/questions.ts";
import { renderCourseText } from "../courses/render-course-text.server.ts";
import type { ShownChoice } from "./quiz-view.ts";

/** Where the texts' links and pictures lead. */
export interface TextPlace {
  course: Course;
  activity: Activity;
}

export async function renderText({ course, activity }: TextPlace, source: string): Promise<string> {
  if (source === "") return "";
  return (await renderCourseText({ course, file: activity.file, text: { source, firstLine: 1 }, activity })).html;
}

/** One paragraph without its `<p>`, so that it can stand in a label; anything longer as it is. */
export async function showLine(place: TextPlace, source: string): Promise<string> {
  const html = (await renderText(place, source)).trim();
  const inside = /^<p>([\s\S]*)<\/p>$/.exec(html)?.[1];
  return inside === undefined || inside.includes("<p>") ? html : inside;
}

export async function showChoice(place: TextPlace, { id, text }: Choice): Promise<ShownChoice> {
  return { id, html: await showLine(place, text), text: showPlain(text) };
}

/** The words alone, for lists to choose from and names. */
export function showPlain(source: string): string {
  return toString(parseMarkdown(source)).replace(/\s+/g, " ").trim();
}
