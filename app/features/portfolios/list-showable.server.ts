import { listCertificates } from "../../../db/queries/certificates.ts";
import { listOwnSoundWork, type SubmissionHead } from "../../../db/queries/own-work.ts";
import type { Activity, Course } from "../../catalog/catalog.ts";
import { findActivityById, findCourse } from "../../catalog/find.ts";
import type { Deps } from "../../deps.server.ts";
import { buildCertificateView, type CertificateView } from "../certificates/certificate.ts";

const MOST_WORK = 500;

export interface ShowableWork extends SubmissionHead {
  course: Course;
  activity: Activity;
  /** Whether the course lets learners show their code: solutions of labs spoil them for others. */
  mayShowCode: boolean;
}

/** What somebody may put on a page: valid certificates, passed labs and accepted projects of courses that are there. The newest first. */
export async function listShowable({ db, catalog }: Pick<Deps, "db" | "catalog">, { userId }: { userId: string }): Promise<{ certificates: CertificateView[]; work: ShowableWork[] }> {
  const certificates = (await listCertificates(db, { userId })).map(buildCertificateView).filter(({ revoked }) => revoked === null);
  const work = (await listOwnSoundWork(db, { userId, limit: MOST_WORK })).flatMap((head) => {
    const course = findCourse(catalog, head.courseId);
    const activity = course && findActivityById(course, head.activityId);
    return course?.published && activity ? [{ ...head, course, activity, mayShowCode: course.showWork }] : [];
  });
  return { certificates, work };
}
