/** What a certificate says, and how. Pure. */
import type { Course } from "../../catalog/catalog.ts";
import type { CourseProgress } from "../progress/progress.ts";

/** A certificate as pages and papers show it: all of it may be seen by whoever has its code. */
export interface CertificateView {
  code: string;
  /** Hostile text, as it was at the time. */
  name: string;
  courseTitle: string;
  minutes: number;
  outcomes: readonly string[];
  /** Activities of each module. */
  rungs: readonly number[];
  /** The site that issued it, e.g. `learn.example.org`. */
  issuer: string;
  issuedAt: Date;
  /** Where anybody can look whether it is valid. */
  address: string;
  /** Null while it is valid. */
  revoked: { at: Date; reason: string } | null;
}

interface CertificateRow {
  code: string;
  name: string;
  courseTitle: string;
  minutes: number;
  outcomes: readonly string[];
  rungs: readonly number[];
  origin: string;
  issuedAt: Date;
  revokedAt: Date | null;
  revokedReason: string | null;
}

export function buildCertificateView(row: CertificateRow): CertificateView {
  const { code, name, courseTitle, minutes, outcomes, rungs, issuedAt } = row;
  return {
    code, name, courseTitle, minutes, outcomes, rungs, issuedAt,
    issuer: new URL(row.origin).host,
    address: `${row.origin}/certificates/${code}`,
    revoked: row.revokedAt && { at: row.revokedAt, reason: row.revokedReason ?? "" },
  };
}

/** What a certificate keeps of a course as it is now. */
export function buildCourseFacts(course: Course, progress: Pick<CourseProgress, "minutesTotal">) {
  return {
    courseId: course.id,
    courseHash: course.contentHash,
    courseTitle: course.title,
    courseSummary: course.summary,
    minutes: course.hours === null ? progress.minutesTotal : Math.round(course.hours * 60),
    outcomes: course.outcomes,
    rungs: course.modules.map(({ activities }) => activities.filter(({ required }) => required).length).filter((count) => count > 0),
  };
}

/** Hours of a certificate: whole ones from three on, halves below, so that nobody reads precision that is not there. */
export function roundHours(minutes: number): number {
  const hours = minutes / 60;
  return hours >= 3 ? Math.round(hours) : Math.max(0.5, Math.round(hours * 2) / 2);
}

/** The form of a code: what else is asked for is never looked up. */
export function isCode(text: string): boolean {
  return /^[\w-]{20,40}$/.test(text);
}
