import type { ActionFunctionArgs } from "@remix-run/node";
import { reviewRefusals } from "../features/reviews/refusals.ts";
import { reviewForm } from "../features/reviews/review-forms.ts";
import { saveReview } from "../features/reviews/save-review.server.ts";
import { sayErrors } from "../i18n/saying.ts";
import { readForm } from "../web/read-form.server.ts";
import { notFound, requireUser } from "../web/require-user.server.ts";

/** Saves a review while it is written: 200 with its new version, 409 when somebody else has saved or decided. */
export async function action({ context, request, params }: ActionFunctionArgs) {
  const user = requireUser(context, request);
  const form = await readForm(request, reviewForm);
  if (!form.ok) return Response.json({ kind: "refused", errors: sayErrors(reviewRefusals, context.locale, form.errors, "notUnderstood") }, { status: 400 });
  const answer = await saveReview(context.deps, form.data, { submissionId: params.submissionId ?? "", graderId: user.id });
  if (!answer) throw notFound();
  return Response.json(answer, { status: answer.kind === "saved" ? 200 : 409 });
}
