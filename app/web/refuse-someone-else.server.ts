import { redirect } from "@remix-run/node";
import { readActor } from "../features/accounts/act-as.ts";
import { someoneElseMessages } from "../features/accounts/someone-else-messages.ts";
import { buildPersonTag } from "../features/offline/person-tag.server.ts";
import { createT } from "../i18n/messages.ts";
import { asksForJson } from "./read-json.server.ts";
import type { RequestContext } from "./request-context.server.ts";

/** Where a form leads whose page belongs to somebody else. */
export const SOMEONE_ELSE_PATH = "/someone-else";

/**
 * Throws when a request comes from a page of another person than `userId`: a 403 for a page's script, a page that
 * explains it for a form. What reads is refused too, or one person's page would join another's text into its own.
 * Requests that name nobody pass: links, and programs.
 */
export function refuseSomeoneElse({ locale }: Pick<RequestContext, "locale">, request: Request, userId: string): void {
  const named = readActor(request.url);
  if (named === null || named === buildPersonTag(userId)) return;
  if (!asksForJson(request)) throw redirect(SOMEONE_ELSE_PATH, 303);
  throw Response.json({ kind: "refused", reason: "someone-else", message: createT(someoneElseMessages, locale)("refused") }, { status: 403 });
}
