import type { LoaderFunctionArgs } from "@remix-run/node";
import { findCourse } from "../catalog/find.ts";
import { buildCourseAchievement } from "../features/certificates/credential.ts";
import { publicJson } from "../web/public-json.server.ts";
import { notFound } from "../web/require-user.server.ts";
import { siteOrigin } from "../web/site-origin.server.ts";

/** What a course's certificate is for, for programs. Only of courses that everybody may see. */
export function loader({ context, request, params }: LoaderFunctionArgs) {
  const course = findCourse(context.deps.catalog, params.courseId ?? "");
  if (!course?.published) throw notFound();
  return publicJson(buildCourseAchievement(course, siteOrigin(context.deps.settings, request)), "application/ld+json");
}
