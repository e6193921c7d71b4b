import type { LoaderFunctionArgs } from "@remix-run/node";
import { buildWebManifest } from "../features/offline/web-manifest.ts";

/** What a browser needs to install the site, in the language of the person. */
export function loader({ context }: LoaderFunctionArgs) {
  return new Response(JSON.stringify(buildWebManifest(context.locale)), { headers: { "Content-Type": "application/manifest+json; charset=utf-8", "Cache-Control": "private, max-age=3600" } });
}
