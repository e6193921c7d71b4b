import { listCourseRoles } from "../../../db/queries/course-roles.ts";
import type { Deps } from "../../deps.server.ts";

/** What the frame of every page knows of a signed-in person: their name and which parts of the site are theirs. */
export interface FrameUser {
  name: string;
  isAdministrator: boolean;
  teaches: boolean;
  grades: boolean;
}

/** The person in the frame of a page; null for a visitor. */
export async function openFrame({ db }: Pick<Deps, "db">, user: { id: string; name: string; isAdministrator: boolean } | null): Promise<FrameUser | null> {
  if (!user) return null;
  const roles = await listCourseRoles(db, { userId: user.id });
  return {
    name: user.name,
    isAdministrator: user.isAdministrator,
    teaches: user.isAdministrator || roles.some(({ role }) => role === "instructor"),
    grades: roles.some(({ role }) => role === "grader"),
  };
}
