import { deleteCourseRole, ensureCourseRole } from "../../../db/queries/course-roles.ts";
import { ensureEnrollment } from "../../../db/queries/enrollments.ts";
import { deleteEnrollment, findPerson } from "../../../db/queries/people.ts";
import { findCourse } from "../../catalog/find.ts";
import type { Deps } from "../../deps.server.ts";
import type { RoleForm } from "./people-forms.ts";

/**
 * Gives or takes somebody's role in a course; it holds from their next request. Giving twice and taking twice change
 * nothing. Taking the learner's role keeps what they did. Null: there is no such person, or no such course to give.
 */
export async function changeRole(
  { db, catalog, now, newId, log }: Pick<Deps, "db" | "catalog" | "now" | "newId" | "log">,
  { courseId, role, change }: RoleForm,
  { userId, byUserId }: { userId: string; byUserId: string },
): Promise<{ kind: "changed" } | null> {
  const course = findCourse(catalog, courseId);
  const answer = await db.write(async (tx) => {
    if (!(await findPerson(tx, { userId }))) return null;
    if (change === "take") {
      if (role === "learner") await deleteEnrollment(tx, { userId, courseId });
      else await deleteCourseRole(tx, { userId, courseId, role });
      return { kind: "changed" } as const;
    }
    if (!course) return null;
    if (role === "learner") await ensureEnrollment(tx, { id: newId(), userId, courseId, courseHash: course.contentHash, createdAt: now() });
    else await ensureCourseRole(tx, { userId, courseId, role, createdAt: now() });
    return { kind: "changed" } as const;
  });
  if (answer) log.info({ event: "role-changed", userId, courseId, role, change, byUserId });
  return answer;
}
