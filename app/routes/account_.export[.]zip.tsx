import type { LoaderFunctionArgs } from "@remix-run/node";
import { exportWork } from "../features/exports/export-work.server.ts";
import { zipStream } from "../features/exports/zip-stream.server.ts";
import { requireUser } from "../web/require-user.server.ts";
import { refuseMany } from "../web/say-plainly.server.ts";
import { siteOrigin } from "../web/site-origin.server.ts";

/** All of one's own work as an archive, made while it is sent. */
export async function loader({ context, request }: LoaderFunctionArgs) {
  const { deps, locale } = context;
  const { id: userId } = requireUser(context, request);
  const retryAfterS = await deps.rateLimits.countExport(userId);
  if (retryAfterS !== null) throw refuseMany(context, retryAfterS);
  const files = exportWork(deps, { userId, locale, origin: siteOrigin(deps.settings, request) });
  return new Response(zipStream(files), { headers: { "Content-Type": "application/zip", "Content-Disposition": 'attachment; filename="my-work.zip"', "Cache-Control": "private, no-store" } });
}
