import { createHash, timingSafeEqual } from "node:crypto";
import type { RequestContext } from "./request-context.server.ts";
import { notFound } from "./require-user.server.ts";

/**
 * Who may read the metrics: an administrator who is signed in, or who sends `Authorization: Bearer` with METRICS_TOKEN.
 * Not everybody on this machine's own address: behind a proxy all requests come from there.
 */
export function requireMetricsReader({ user, deps }: Pick<RequestContext, "user" | "deps">, request: Request): void {
  if (user?.isAdministrator) return;
  const expected = deps.settings.METRICS_TOKEN;
  const given = /^Bearer (\S+)$/i.exec(request.headers.get("Authorization") ?? "")?.[1];
  if (expected === undefined || given === undefined) throw notFound();
  if (!isSame(given, expected)) throw new Response("This is not the token in METRICS_TOKEN.\n", { status: 401, headers: { "WWW-Authenticate": "Bearer", "Content-Type": "text/plain" } });
}

/** In a time that says nothing of how much of it is right. */
function isSame(given: string, expected: string): boolean {
  const digest = (text: string): Buffer => createHash("sha256").update(text).digest();
  return timingSafeEqual(digest(given), digest(expected));
}
