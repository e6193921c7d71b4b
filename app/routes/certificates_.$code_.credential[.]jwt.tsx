import type { LoaderFunctionArgs } from "@remix-run/node";
import { signCredential } from "../features/certificates/sign-credential.server.ts";
import { requireCertificate } from "../web/require-certificate.server.ts";

/** The credential, signed. A revoked one too: its status list says so. */
export async function loader({ context, params }: LoaderFunctionArgs) {
  const { row } = await requireCertificate(context, params.code);
  const text = await signCredential(context.deps, row);
  return new Response(text, { headers: { "Content-Type": "application/vc+jwt", "Content-Disposition": 'attachment; filename="credential.jwt"', "Access-Control-Allow-Origin": "*", "Cache-Control": "no-cache", "X-Robots-Tag": "noindex" } });
}
