/** What of a course can be found: never answers, hints, references or tests. Pure. */
import type { SearchText } from "../../../db/search-index.ts";
import type { Activity, Course } from "../../catalog/catalog.ts";
import { listTextSections } from "../../catalog/text-sections.ts";

/** Kinds whose text is all for the reader. In the others it holds what has to be earned. */
const OPEN_TEXTS: ReadonlySet<Activity["kind"]> = new Set<Activity["kind"]>(["lesson", "lab", "project", "task"]);

/** The page that everybody may read before enrolling. */
export function buildCourseTexts(course: Course): SearchText[] {
  const place = { courseId: course.id, activityId: "", title: course.title };
  const modules = course.modules.map(({ id, title, summary }) => ({ ...place, section: id, heading: title, body: summary }));
  return [{ ...place, section: "", heading: "", body: [course.summary, course.audience, ...course.outcomes].join("\n") }, ...listSections(course.overview.source, place), ...modules];
}

/** One activity, section by section. */
export function buildActivityTexts(activity: Activity): SearchText[] {
  const place = { courseId: activity.courseId, activityId: activity.id, title: activity.title };
  const head = { ...place, section: "", heading: "", body: activity.summary };
  return OPEN_TEXTS.has(activity.kind) ? [head, ...listSections(activity.text.source, place)] : [head];
}

function listSections(source: string, place: Pick<SearchText, "courseId" | "activityId" | "title">): SearchText[] {
  return listTextSections(source).map(({ id, heading, body }) => ({ ...place, section: id, heading, body }));
}
