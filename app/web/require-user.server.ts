import { redirect } from "@remix-run/node";
import { refuseSomeoneElse } from "./refuse-someone-else.server.ts";
import type { RequestContext } from "./request-context.server.ts";
import type { SignedInUser } from "./session-keeper.server.ts";

/**
 * The signed-in person, or a redirect to the sign-in page that comes back here. Refuses what a page sends that belongs
 * to somebody else.
 */
export function requireUser(context: RequestContext, request: Request): SignedInUser {
  if (context.user) {
    refuseSomeoneElse(context, request, context.user.id);
    return context.user;
  }
  const { pathname, search } = new URL(request.url);
  const next = request.method === "GET" ? pathname.replace(/\.data$/, "") + search : "/today";
  throw redirect(`/sign-in?next=${encodeURIComponent(next)}`);
}

/** A 404 that says nothing about whether the thing exists: for all that a person may not see. */
export function notFound(): Response {
  return new Response("Not found", { status: 404, statusText: "Not Found" });
}

/** Site administrators only; for everybody else the page does not exist. */
export function requireAdministrator(context: RequestContext, request: Request): SignedInUser {
  const user = requireUser(context, request);
  if (!user.isAdministrator) throw notFound();
  return user;
}
