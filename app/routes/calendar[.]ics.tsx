import type { LoaderFunctionArgs } from "@remix-run/node";
import { readFeed } from "../features/plans/read-feed.server.ts";
import { notFound } from "../web/require-user.server.ts";
import { refuseMany } from "../web/say-plainly.server.ts";
import { siteOrigin } from "../web/site-origin.server.ts";

/** Somebody's study days for calendar programs, by the secret key in the address and nothing else. */
export async function loader({ context, request }: LoaderFunctionArgs) {
  const key = new URL(request.url).searchParams.get("key") ?? "";
  const answer = await readFeed(context.deps, { key, address: context.address, origin: siteOrigin(context.deps.settings, request) });
  switch (answer.kind) {
    case "feed":
      return new Response(answer.text, { headers: { "Content-Type": "text/calendar; charset=utf-8", "Content-Disposition": 'inline; filename="rung.ics"', "Cache-Control": "private, no-store", "X-Robots-Tag": "noindex" } });
    case "too-many":
      throw refuseMany(context, answer.retryAfterS);
    case "none":
      throw notFound();
  }
}
