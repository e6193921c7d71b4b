import type { LoaderFunctionArgs } from "@remix-run/node";
import { openKeySet } from "../features/certificates/signing-key.server.ts";
import { publicJson } from "../web/public-json.server.ts";
import { siteOrigin } from "../web/site-origin.server.ts";

/** The public keys that credentials were signed with. */
export async function loader({ context, request }: LoaderFunctionArgs) {
  return publicJson(await openKeySet(context.deps, { origin: siteOrigin(context.deps.settings, request) }), "application/jwk-set+json");
}
