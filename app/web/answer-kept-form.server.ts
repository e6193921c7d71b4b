import type { KeptFormAnswer } from "../features/drafts/form-request.ts";
import { messages } from "../features/drafts/messages.ts";
import { createT } from "../i18n/messages.ts";
import type { RequestContext } from "./request-context.server.ts";
import { notFound } from "./require-user.server.ts";

/** The answer to a page that keeps a form: 409 with what another tab kept, 410 when it was handed in. @throws a 404 */
export function answerKeptForm({ locale }: Pick<RequestContext, "locale">, answer: KeptFormAnswer): Response {
  switch (answer.kind) {
    case "saved":
      return Response.json(answer);
    case "conflict":
      return Response.json(answer, { status: 409 });
    case "closed":
      return Response.json({ kind: "refused", reason: "closed", message: createT(messages, locale)("closedElsewhere") }, { status: 410 });
    case "unknown":
      throw notFound();
  }
}
