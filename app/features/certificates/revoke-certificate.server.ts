import { z } from "zod";
import { revokeCertificateRow } from "../../../db/queries/certificates.ts";
import type { Deps } from "../../deps.server.ts";

/** The reason is shown to everybody who verifies the certificate. */
export const revokeForm = z.object({ reason: z.string().trim().min(3, "errorReason").max(300, "errorReason") });

/** Ends the validity of a certificate, for good. False when it is not there or was revoked before. */
export async function revokeCertificate({ db, now }: Pick<Deps, "db" | "now">, { code, reason, byUserId }: { code: string; reason: string; byUserId: string }): Promise<boolean> {
  return db.write((tx) => revokeCertificateRow(tx, { code, revokedAt: now(), revokedReason: reason, revokedBy: byUserId }));
}
