import { hasCourseRole } from "../../../db/queries/course-roles.ts";
import { findTaskFile, findTaskFileOfCourse, type TaskFile } from "../../../db/queries/task-files.ts";
import type { Deps } from "../../deps.server.ts";

/** A file of evidence, for whoever handed it in and for who teaches that course; for everybody else there is none. */
export async function findEvidence({ db }: Pick<Deps, "db">, { user, courseId, fileId }: { user: { id: string; isAdministrator: boolean }; courseId: string; fileId: string }): Promise<TaskFile | null> {
  const own = await findTaskFile(db, { id: fileId, userId: user.id });
  if (own) return own.courseId === courseId ? own : null;
  const teaches = user.isAdministrator || (await hasCourseRole(db, { userId: user.id, courseId, role: "instructor" }));
  return teaches ? findTaskFileOfCourse(db, { id: fileId, courseId }) : null;
}
