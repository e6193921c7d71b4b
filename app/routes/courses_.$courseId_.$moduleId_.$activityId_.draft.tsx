import { type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { changeDraft, statusOfDraftAnswer } from "../features/drafts/change-draft.server.ts";
import { draftRequest } from "../features/drafts/draft-request.ts";
import { readDraft } from "../features/drafts/store-draft.server.ts";
import { draftRefusals } from "../features/drafts/refusals.ts";
import { sayAnswer } from "../i18n/saying.ts";
import { requireJson } from "../web/read-json.server.ts";
import { requireCodeActivity } from "../web/require-code-activity.server.ts";

/** The draft of now, for a page whose other tab has saved. */
export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const { activity, user } = await requireCodeActivity(context, request, params);
  const { version, files } = await readDraft(context.deps.db, activity, user.id);
  return Response.json({ version, files });
}

export async function action({ context, request, params }: ActionFunctionArgs) {
  const { activity, user } = await requireCodeActivity(context, request, params);
  const asked = await requireJson(request, draftRequest, context.locale);
  const answer = await changeDraft(context.deps, { userId: user.id, activity }, asked);
  return Response.json(sayAnswer(draftRefusals, context.locale, answer), { status: statusOfDraftAnswer(answer) });
}
