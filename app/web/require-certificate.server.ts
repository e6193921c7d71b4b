import type { Certificate } from "../../db/queries/certificates.ts";
import type { CertificateView } from "../features/certificates/certificate.ts";
import { openCertificate } from "../features/certificates/open-certificate.server.ts";
import type { RequestContext } from "./request-context.server.ts";
import { notFound } from "./require-user.server.ts";
import { refuseMany } from "./say-plainly.server.ts";

/** The certificate with this code, for anybody; 404 when there is none, 429 for who looks too often. */
export async function requireCertificate(context: RequestContext, code: string | undefined): Promise<{ certificate: CertificateView; row: Certificate; isOwn: boolean }> {
  const answer = await openCertificate(context.deps, { code: code ?? "", address: context.address });
  switch (answer.kind) {
    case "found":
      return { certificate: answer.certificate, row: answer.row, isOwn: answer.row.userId === context.user?.id };
    case "none":
      throw notFound();
    case "too-many":
      throw refuseMany(context, answer.retryAfterS);
  }
}
