import { findEnrollment } from "../../../db/queries/enrollments.ts";
import { findQuestion, type Question } from "../../../db/queries/questions.ts";
import type { Queryable } from "../../../db/open-database.ts";
import { isCourseStaff } from "./find-staff.server.ts";
import { standingOf, type Standing } from "./question-rules.ts";

export interface FoundThread {
  question: Question & { askerName: string };
  standing: Exclude<Standing, "none">;
}

/** A question with how this person stands to it; null when it does not exist, or not for them. */
export async function findThread(db: Queryable, { user, questionId }: { user: { id: string; isAdministrator: boolean }; questionId: string }): Promise<FoundThread | null> {
  const question = await findQuestion(db, { id: questionId });
  if (!question) return null;
  const { courseId, isShared } = question;
  const standing = standingOf({
    isAsker: question.userId === user.id,
    isStaff: question.userId !== user.id && (await isCourseStaff(db, { user, courseId })),
    isInCourse: isShared && (await findEnrollment(db, { userId: user.id, courseId })) !== null,
    isShared,
  });
  return standing === "none" ? null : { question, standing };
}
