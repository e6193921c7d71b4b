import { ensureCourseVersion } from "../../../db/queries/course-versions.ts";
import type { Course } from "../../catalog/catalog.ts";
import { buildOutline } from "./outline.ts";

/** Keeps what the course consists of now, for whoever is pinned to it. Part of the transaction that pins. */
export async function keepCourseVersion(tx: Parameters<typeof ensureCourseVersion>[0], course: Course, at: Date): Promise<void> {
  await ensureCourseVersion(tx, { courseId: course.id, contentHash: course.contentHash, activities: buildOutline(course), createdAt: at });
}
