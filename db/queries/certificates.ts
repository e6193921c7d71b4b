import { and, desc, eq, isNull } from "drizzle-orm";
import type { Queryable } from "../open-database.ts";
import { certificates } from "../schema.ts";

export type Certificate = typeof certificates.$inferSelect;

/** The certificate with this code, whoever asks: the code is what lets them. */
export async function findCertificate(db: Queryable, { code }: { code: string }): Promise<Certificate | null> {
  const [row] = await db.select().from(certificates).where(eq(certificates.code, code));
  return row ?? null;
}

/** Somebody's certificate of a course, or null. */
export async function findCertificateOfCourse(db: Queryable, { userId, courseId }: { userId: string; courseId: string }): Promise<Certificate | null> {
  const [row] = await db.select().from(certificates).where(and(eq(certificates.userId, userId), eq(certificates.courseId, courseId)));
  return row ?? null;
}

/** Somebody's certificates, the newest first. */
export async function listCertificates(db: Queryable, { userId }: { userId: string }): Promise<Certificate[]> {
  return db.select().from(certificates).where(eq(certificates.userId, userId)).orderBy(desc(certificates.issuedAt));
}

/** Stores a certificate; one that is there already for the person and the course stays as it is. */
export async function insertCertificate(tx: Queryable, row: typeof certificates.$inferInsert): Promise<void> {
  await tx.insert(certificates).values(row).onConflictDoNothing({ target: [certificates.userId, certificates.courseId] });
}

/** Revokes a certificate that is valid; false when there is none. */
export async function revokeCertificateRow(tx: Queryable, { code, revokedAt, revokedReason, revokedBy }: { code: string; revokedAt: Date; revokedReason: string; revokedBy: string }): Promise<boolean> {
  const rows = await tx.update(certificates).set({ revokedAt, revokedReason, revokedBy }).where(and(eq(certificates.code, code), isNull(certificates.revokedAt))).returning({ code: certificates.code });
  return rows.length > 0;
}
