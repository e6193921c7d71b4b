import { findCertificateOfCourse, insertCertificate } from "../../../db/queries/certificates.ts";
import { findEnrollment } from "../../../db/queries/enrollments.ts";
import { findUser } from "../../../db/queries/users.ts";
import { findCourse } from "../../catalog/find.ts";
import type { Deps } from "../../deps.server.ts";
import { drawRandom } from "../../draw-random.server.ts";
import { getCourseProgress } from "../progress/get-course-progress.server.ts";
import { buildCourseFacts } from "./certificate.ts";

/** 144 random bits: a code is not to be guessed, and it is all that protects the page. */
const CODE_BYTES = 18;

export type CertificateAnswer = { kind: "issued"; code: string } | { kind: "not-done"; done: number; total: number } | { kind: "none" };

/**
 * The certificate of a course that somebody has finished: issued now, or the one that is there. A course that grew
 * afterwards, or is gone, takes no certificate away, and a revoked one is not issued again.
 * @param origin address of the site, without a slash at the end
 */
export async function ensureCertificate({ db, catalog, now }: Pick<Deps, "db" | "catalog" | "now">, { userId, courseId, origin }: { userId: string; courseId: string; origin: string }): Promise<CertificateAnswer> {
  const known = await findCertificateOfCourse(db, { userId, courseId });
  if (known) return { kind: "issued", code: known.code };
  const course = findCourse(catalog, courseId);
  const enrollment = await findEnrollment(db, { userId, courseId });
  const user = await findUser(db, { userId });
  if (!course?.published || !enrollment || !user) return { kind: "none" };
  const progress = await getCourseProgress({ db }, { userId, course, enrollment });
  if (!progress.isDone) return { kind: "not-done", done: progress.done, total: progress.total };
  const code = await db.write(async (tx) => {
    await insertCertificate(tx, { ...buildCourseFacts(course, progress), code: drawRandom(CODE_BYTES).toString("base64url"), userId, name: user.name, origin, issuedAt: now() });
    // Of two that ask at the same time one came first, and both get its code.
    return (await findCertificateOfCourse(tx, { userId, courseId }))?.code;
  });
  return code === undefined ? { kind: "none" } : { kind: "issued", code };
}
