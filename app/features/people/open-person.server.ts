import { listCourseRoles } from "../../../db/queries/course-roles.ts";
import { listEnrollments } from "../../../db/queries/enrollments.ts";
import { countOtherAdministrators, findPerson, type Person } from "../../../db/queries/people.ts";
import type { Deps } from "../../deps.server.ts";
import type { CertificateView } from "../certificates/certificate.ts";
import { openCertificates } from "../certificates/open-certificate.server.ts";
import { COURSE_ROLES, type PersonRole } from "./people-rules.ts";

export interface PersonView {
  person: Person;
  /** What was issued to them, the newest first: an administrator revokes one on its own page. */
  certificates: readonly CertificateView[];
  /** True: the site would have no administrator without them. */
  isLastAdministrator: boolean;
  courses: readonly { id: string; title: string; /** False: nobody but its instructors sees it. */ isPublished: boolean; /** It is no longer in the content; its title is its id. */ isGone: boolean; roles: Record<PersonRole, boolean> }[];
}

/** Somebody with their role in every course, or null. Courses that are gone are listed while a role in them is left. */
export async function openPerson({ db, catalog }: Pick<Deps, "db" | "catalog">, { userId }: { userId: string }): Promise<PersonView | null> {
  const person = await findPerson(db, { userId });
  if (!person) return null;
  const enrollments = await listEnrollments(db, { userId });
  const held = [...(await listCourseRoles(db, { userId })), ...enrollments.map(({ courseId }) => ({ courseId, role: "learner" as const }))];
  const known = catalog.courses.map(({ id, title, published }) => ({ id, title, isPublished: published, isGone: false }));
  const gone = [...new Set(held.map(({ courseId }) => courseId))].filter((id) => !known.some((course) => course.id === id));
  return {
    person,
    certificates: await openCertificates({ db }, { userId }),
    isLastAdministrator: person.isAdministrator && (await countOtherAdministrators(db, { userId })) === 0,
    courses: [...known, ...gone.map((id) => ({ id, title: id, isPublished: false, isGone: true }))].map((course) => ({ ...course, roles: rolesIn(course.id) })),
  };

  function rolesIn(courseId: string): Record<PersonRole, boolean> {
    const [learner, instructor, grader] = COURSE_ROLES.map((role) => held.some((entry) => entry.courseId === courseId && entry.role === role));
    return { learner: learner ?? false, instructor: instructor ?? false, grader: grader ?? false };
  }
}
