import { listCompletions } from "../../../db/queries/completions.ts";
import { listEnrollments } from "../../../db/queries/enrollments.ts";
import type { Deps } from "../../deps.server.ts";
import { buildRoleCard, buildRoleView, type RoleCard, type RoleView } from "./view-role.ts";

/** Every role, for anybody: what published courses teach of it is public too. */
export function listRoles({ catalog }: Pick<Deps, "catalog">): RoleCard[] {
  const courses = catalog.courses.filter(({ published }) => published);
  return catalog.frameworks.map((framework) => buildRoleCard(framework, courses));
}

/** One role with what this reader (`userId` null: a visitor) has done towards it; null when there is none. */
export async function openRole({ db, catalog }: Pick<Deps, "db" | "catalog">, { roleId, userId }: { roleId: string; userId: string | null }): Promise<RoleView | null> {
  const framework = catalog.frameworks.find(({ id }) => id === roleId);
  if (!framework) return null;
  const enrollments = userId === null ? [] : await listEnrollments(db, { userId });
  const finished = await Promise.all(enrollments.map(({ userId: own, courseId }) => listCompletions(db, { userId: own, courseId })));
  const done = new Set(finished.flat().map(({ courseId, activityId }) => `${courseId}/${activityId}`));
  const isDone = ({ courseId, id, aliases }: { courseId: string; id: string; aliases: readonly string[] }): boolean => [id, ...aliases].some((one) => done.has(`${courseId}/${one}`));
  return buildRoleView(framework, catalog.frameworks, catalog.courses.filter(({ published }) => published), isDone);
}
