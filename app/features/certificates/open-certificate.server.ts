import { findCertificate, listCertificates, type Certificate } from "../../../db/queries/certificates.ts";
import type { Deps } from "../../deps.server.ts";
import { buildCertificateView, isCode, type CertificateView } from "./certificate.ts";

export type CertificateFound = { kind: "found"; certificate: CertificateView; row: Certificate } | { kind: "none" } | { kind: "too-many"; retryAfterS: number };

/** A certificate by its code, for anybody. Counts reads of an address, so that codes can't be tried in numbers. */
export async function openCertificate({ db, rateLimits }: Pick<Deps, "db" | "rateLimits">, { code, address }: { code: string; address: string }): Promise<CertificateFound> {
  const retryAfterS = await rateLimits.countCertificateRead(address);
  if (retryAfterS !== null) return { kind: "too-many", retryAfterS };
  const row = isCode(code) ? await findCertificate(db, { code }) : null;
  return row ? { kind: "found", certificate: buildCertificateView(row), row } : { kind: "none" };
}

/** Somebody's own certificates, the newest first. */
export async function openCertificates({ db }: Pick<Deps, "db">, { userId }: { userId: string }): Promise<CertificateView[]> {
  return (await listCertificates(db, { userId })).map(buildCertificateView);
}
