import type { LoaderFunctionArgs } from "@remix-run/node";
import { buildIssuerProfile } from "../features/certificates/credential.ts";
import { publicJson } from "../web/public-json.server.ts";
import { siteOrigin } from "../web/site-origin.server.ts";

/** Who issues this site's credentials, for programs. */
export function loader({ context, request }: LoaderFunctionArgs) {
  return publicJson(buildIssuerProfile(siteOrigin(context.deps.settings, request)), "application/ld+json");
}
