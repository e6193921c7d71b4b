/** What of a course can be found: never answers, hints, references or tests. Pure. */
import type { SearchText } from "../../../db/search-index.ts";
import type { Activity, Course } from "../../catalog/catalog.ts";
import { listActivities } from "../../catalog/find.ts";
import { listTextSections } from "../../catalog/text-sections.ts";
import { SOURCE_LANGUAGE } from "../../catalog/translate-catalog.ts";

/** Kinds whose text is all for the reader. In the others it holds what has to be earned. */
const OPEN_TEXTS: ReadonlySet<Activity["kind"]> = new Set<Activity["kind"]>(["lesson", "lab", "project", "task"]);

type Place = Pick<SearchText, "courseId" | "language" | "activityId" | "title">;

/** The languages that something of a course is translated into. */
export function listTranslationLanguages(course: Course): string[] {
  const texts = [course, ...course.modules, ...listActivities(course)];
  return [...new Set(texts.flatMap(({ translations }) => (translations ?? []).map(({ language }) => language)))].filter((language) => language !== SOURCE_LANGUAGE).sort();
}

/** Whether the text of this language is another one than the source. */
export function isTranslated({ translations }: Pick<Activity, "translations">, language: string): boolean {
  return (translations ?? []).some((translation) => translation.language === language);
}

/** The page that everybody may read before enrolling. @param course as this language has it */
export function buildCourseTexts(course: Course, language: string = SOURCE_LANGUAGE): SearchText[] {
  const place = { courseId: course.id, language, activityId: "", title: course.title };
  const modules = course.modules.map(({ id, title, summary }) => ({ ...place, section: id, heading: title, body: summary }));
  return [{ ...place, section: "", heading: "", body: [course.summary, course.audience, ...course.outcomes].join("\n") }, ...listSections(course.overview.source, place), ...modules];
}

/** One activity, section by section. @param activity as this language has it */
export function buildActivityTexts(activity: Activity, language: string = SOURCE_LANGUAGE): SearchText[] {
  const place = { courseId: activity.courseId, language, activityId: activity.id, title: activity.title };
  const head = { ...place, section: "", heading: "", body: activity.summary };
  return OPEN_TEXTS.has(activity.kind) ? [head, ...listSections(activity.text.source, place)] : [head];
}

function listSections(source: string, place: Place): SearchText[] {
  return listTextSections(source).map(({ id, heading, body }) => ({ ...place, section: id, heading, body }));
}
