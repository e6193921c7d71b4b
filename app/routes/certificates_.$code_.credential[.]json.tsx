import type { LoaderFunctionArgs } from "@remix-run/node";
import { buildCredential } from "../features/certificates/credential.ts";
import { publicJson } from "../web/public-json.server.ts";
import { requireCertificate } from "../web/require-certificate.server.ts";

/** The credential to read; the `.jwt` beside it is signed. */
export async function loader({ context, params }: LoaderFunctionArgs) {
  const { row } = await requireCertificate(context, params.code);
  return publicJson(buildCredential(row), "application/vc+ld+json");
}
