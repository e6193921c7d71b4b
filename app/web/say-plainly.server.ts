/** Sentences in plain text, in the reader's language: what there is where no page can be shown. */
import type { Request, Response as Answer } from "express";
import { chooseLocale, type Locale } from "../i18n/locales.ts";
import { createT } from "../i18n/messages.ts";
import { say, type KeyOf, type Saying } from "../i18n/saying.ts";
import { messages } from "./messages.ts";
import type { RequestContext } from "./request-context.server.ts";

/** The language of an answer: what the person has stored, where it is known who asks; else what the browser says. */
export function localeOf(request: Request, answer: Answer): Locale {
  const stored: unknown = answer.locals.user?.language;
  return chooseLocale({ stored: typeof stored === "string" ? stored : null, cookieHeader: request.headers.cookie ?? null, acceptLanguage: request.headers["accept-language"] ?? null });
}

/** Ends a request with one sentence. */
export function sayPlainly(request: Request, answer: Answer, status: number, saying: Saying<KeyOf<typeof messages>>): void {
  answer.status(status).type("text/plain").send(`${say(messages, localeOf(request, answer), saying)}\n`);
}

/** A 400 for what was posted and is no form of its page; pages show it in their own words. */
export function refuseForm({ locale }: Pick<RequestContext, "locale">): Response {
  return new Response(createT(messages, locale)("noForm"), { status: 400 });
}

/** A 429. @param retryAfterS when to come again */
export function refuseMany({ locale }: Pick<RequestContext, "locale">, retryAfterS: number): Response {
  return new Response(createT(messages, locale)("tooMany"), { status: 429, headers: { "Retry-After": String(retryAfterS) } });
}
