import { listCourseRoles } from "../../../db/queries/course-roles.ts";
import { listEnrollments } from "../../../db/queries/enrollments.ts";
import type { SearchHit } from "../../../db/search-index.ts";
import type { Activity, ActivityKind } from "../../catalog/catalog.ts";
import { findActivityById, findCourse } from "../../catalog/find.ts";
import { SOURCE_LANGUAGE } from "../../catalog/translate-catalog.ts";
import type { Deps } from "../../deps.server.ts";
import type { SignedInUser } from "../../web/session-keeper.server.ts";
import { buildActivityPath } from "../progress/activity-path.ts";
import { listClosedActivities } from "../progress/list-closed.server.ts";
import { READ_SOURCE } from "../progress/text-language.ts";
import { parseSearchQuery, splitMarks, type TextPart } from "./search-query.ts";

const MOST_HITS = 40;

export interface SearchLine {
  /** Address of the section. */
  path: string;
  /** Tag of the language that was found. */
  language: string;
  /** Null: the page of the course itself. */
  kind: ActivityKind | null;
  title: readonly TextPart[];
  heading: string;
  excerpt: readonly TextPart[];
}

/** What was found, by course; the course with the best section first. */
export interface SearchView {
  query: string;
  count: number;
  /** True when there may be more than are shown. */
  isCut: boolean;
  courses: readonly { id: string; title: string; lines: readonly SearchLine[] }[];
}

/**
 * Searches what this person may read: whole courses that they are enrolled in or teach, and of the other published ones
 * the page that everybody sees. Material in the reader's language comes first, then what is only there as it was
 * written; the same text in both is shown once, in theirs.
 */
export async function searchMaterial(deps: Pick<Deps, "db" | "catalog" | "search">, { user, query, language = SOURCE_LANGUAGE }: { user: SignedInUser; query: string; /** In which the person reads. */ language?: string }): Promise<SearchView> {
  const words = parseSearchQuery(query);
  const nothing = { query, count: 0, isCut: false, courses: [] };
  if (words.length === 0) return nothing;
  await deps.search.refresh();
  const { index } = deps.search;
  const hits = index.search({ words, languages: [language, SOURCE_LANGUAGE], ...(await listReadable(deps, user)), limit: 2 * MOST_HITS + 2 });
  const courses = new Map<string, { id: string; title: string; lines: SearchLine[] }>();
  let count = 0;
  const foundHere = new Set(hits.filter((hit) => hit.language === language).map(({ courseId, activityId }) => `${courseId}/${activityId}`));
  for (const hit of hits) {
    if (hit.language !== language && foundHere.has(`${hit.courseId}/${hit.activityId}`)) continue;
    const course = findCourse(deps.catalog, hit.courseId);
    const activity = course && findActivityById(course, hit.activityId);
    if (!course || (hit.activityId !== "" && !activity)) continue;
    count += 1;
    if (count > MOST_HITS) break;
    const found = courses.get(course.id) ?? { id: course.id, title: course.title, lines: [] };
    found.lines.push({
      path: buildAddress(hit, activity, language),
      language: hit.language,
      kind: activity?.kind ?? null,
      title: splitMarks(hit.title, index.mark),
      heading: hit.heading,
      excerpt: splitMarks(hit.excerpt, index.mark),
    });
    courses.set(course.id, found);
  }
  return { query, count: Math.min(count, MOST_HITS), isCut: count > MOST_HITS, courses: [...courses.values()] };
}

/** The page that shows what was found: a text that was found as it was written is opened as it was written. */
function buildAddress({ courseId, section, language: found }: SearchHit, activity: Activity | null, language: string): string {
  const page = activity ? buildActivityPath(activity) : `/courses/${courseId}`;
  const query = activity && found !== language && (activity.textLanguage ?? SOURCE_LANGUAGE) !== found ? `?${READ_SOURCE.name}=${READ_SOURCE.value}` : "";
  return `${page}${query}${section === "" ? "" : `#${section}`}`;
}

async function listReadable({ db, catalog }: Pick<Deps, "db" | "catalog">, user: SignedInUser): Promise<{ openCourseIds: string[]; listedCourseIds: string[]; closed: string[] }> {
  if (user.isAdministrator) return { openCourseIds: catalog.courses.map(({ id }) => id), listedCourseIds: [], closed: [] };
  const enrolled = new Set((await listEnrollments(db, { userId: user.id })).map(({ courseId }) => courseId));
  const taught = new Set((await listCourseRoles(db, { userId: user.id })).filter(({ role }) => role === "instructor").map(({ courseId }) => courseId));
  return {
    openCourseIds: catalog.courses.filter(({ id, published }) => taught.has(id) || (published && enrolled.has(id))).map(({ id }) => id),
    listedCourseIds: catalog.courses.filter(({ published }) => published).map(({ id }) => id),
    // What is not open yet is not read by way of the search either.
    closed: (await listClosedActivities({ db, catalog }, { userId: user.id })).filter(({ courseId }) => !taught.has(courseId)).map(({ courseId, id }) => `${courseId}/${id}`),
  };
}
