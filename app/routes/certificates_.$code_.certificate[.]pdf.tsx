import type { LoaderFunctionArgs } from "@remix-run/node";
import { buildCertificatePdf } from "../features/certificates/certificate-pdf.server.ts";
import { requireCertificate } from "../web/require-certificate.server.ts";

/** The certificate on paper, in the reader's language. */
export async function loader({ context, params }: LoaderFunctionArgs) {
  const { certificate } = await requireCertificate(context, params.code);
  const bytes = await buildCertificatePdf(certificate, context.locale);
  return new Response(Buffer.from(bytes), { headers: { "Content-Type": "application/pdf", "Content-Disposition": 'attachment; filename="certificate.pdf"', "Cache-Control": "private, no-store", "X-Robots-Tag": "noindex" } });
}
