import { countUsers } from "../../../db/queries/users.ts";
import { ensureCourseRole } from "../../../db/queries/course-roles.ts";
import { ensureEnrollment } from "../../../db/queries/enrollments.ts";
import type { Deps } from "../../deps.server.ts";
import { addUser } from "../accounts/add-user.server.ts";
import { beginDemoWork } from "./begin-demo-work.server.ts";

export const DEMO_PASSWORD = "climb-one-rung";

export const DEMO_ACCOUNTS = [
  { email: "learner@rung.example", name: "Lena Okafor", role: "learner" },
  { email: "instructor@rung.example", name: "Ines Duarte", role: "instructor" },
  { email: "grader@rung.example", name: "Grigor Petrov", role: "grader" },
  { email: "administrator@rung.example", name: "Ada Lindqvist", role: "administrator" },
] as const;

/**
 * Puts one account of each kind into an empty database, the learner enrolled in every course and with work begun. False when there are
 * people already. Never called when `NODE_ENV` is `production`: the caller sees to that, and so does this.
 */
export async function seedDemo(deps: Deps): Promise<boolean> {
  if (deps.settings.NODE_ENV === "production" || (await countUsers(deps.db)) > 0) return false;
  for (const { email, name, role } of DEMO_ACCOUNTS) {
    const userId = await addUser(deps, { email, name, password: DEMO_PASSWORD, isAdministrator: role === "administrator" });
    if (!userId) continue;
    await giveRole(deps, userId, role);
    if (role === "learner") await beginDemoWork(deps, userId);
  }
  return true;
}

async function giveRole({ db, catalog, now, newId }: Deps, userId: string, role: (typeof DEMO_ACCOUNTS)[number]["role"]): Promise<void> {
  await db.write(async (tx) => {
    for (const course of catalog.courses) {
      if (role === "learner") await ensureEnrollment(tx, { id: newId(), userId, courseId: course.id, courseHash: course.contentHash, createdAt: now() });
      if (role === "instructor" || role === "grader") await ensureCourseRole(tx, { userId, courseId: course.id, role, createdAt: now() });
    }
  });
}
