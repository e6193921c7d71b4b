import type { LoaderFunctionArgs } from "@remix-run/node";
import { openKey } from "../features/certificates/signing-key.server.ts";
import { publicJson } from "../web/public-json.server.ts";
import { notFound } from "../web/require-user.server.ts";
import { siteOrigin } from "../web/site-origin.server.ts";

/** The public half of a key: the `kid` of a signature leads here. */
export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const key = await openKey(context.deps, { keyId: params.keyId ?? "", origin: siteOrigin(context.deps.settings, request) });
  if (!key) throw notFound();
  return publicJson(key, "application/jwk+json");
}
