import type { LoaderFunctionArgs } from "@remix-run/node";
import { buildStatusList } from "../features/certificates/credential.ts";
import { publicJson } from "../web/public-json.server.ts";
import { requireCertificate } from "../web/require-certificate.server.ts";

/** Whether a credential was revoked, for programs. */
export async function loader({ context, params }: LoaderFunctionArgs) {
  return publicJson(buildStatusList((await requireCertificate(context, params.code)).row));
}
