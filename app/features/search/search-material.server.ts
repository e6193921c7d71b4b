import { listCourseRoles } from "../../../db/queries/course-roles.ts";
import { listEnrollments } from "../../../db/queries/enrollments.ts";
import type { ActivityKind } from "../../catalog/catalog.ts";
import { findActivityById, findCourse } from "../../catalog/find.ts";
import type { Deps } from "../../deps.server.ts";
import type { SignedInUser } from "../../web/session-keeper.server.ts";
import { buildActivityPath } from "../progress/activity-path.ts";
import { listClosedActivities } from "../progress/list-closed.server.ts";
import { parseSearchQuery, splitMarks, type TextPart } from "./search-query.ts";

const MOST_HITS = 40;

export interface SearchLine {
  /** Address of the section. */
  path: string;
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
 * the page that everybody sees.
 */
export async function searchMaterial(deps: Pick<Deps, "db" | "catalog" | "search">, { user, query }: { user: SignedInUser; query: string }): Promise<SearchView> {
  const words = parseSearchQuery(query);
  const nothing = { query, count: 0, isCut: false, courses: [] };
  if (words.length === 0) return nothing;
  await deps.search.refresh();
  const { index } = deps.search;
  const hits = index.search({ words, ...(await listReadable(deps, user)), limit: MOST_HITS + 1 });
  const courses = new Map<string, { id: string; title: string; lines: SearchLine[] }>();
  for (const hit of hits.slice(0, MOST_HITS)) {
    const course = findCourse(deps.catalog, hit.courseId);
    const activity = course && findActivityById(course, hit.activityId);
    if (!course || (hit.activityId !== "" && !activity)) continue;
    const found = courses.get(course.id) ?? { id: course.id, title: course.title, lines: [] };
    const page = activity ? buildActivityPath(activity) : `/courses/${course.id}`;
    found.lines.push({
      path: hit.section === "" ? page : `${page}#${hit.section}`,
      kind: activity?.kind ?? null,
      title: splitMarks(hit.title, index.mark),
      heading: hit.heading,
      excerpt: splitMarks(hit.excerpt, index.mark),
    });
    courses.set(course.id, found);
  }
  return { query, count: Math.min(hits.length, MOST_HITS), isCut: hits.length > MOST_HITS, courses: [...courses.values()] };
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
