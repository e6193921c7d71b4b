import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { ConfirmPage } from "../features/reviews/confirm-page.tsx";
import { decideReview } from "../features/reviews/decide-review.server.ts";
import { prepareDecision } from "../features/reviews/prepare-decision.server.ts";
import { reviewRefusals, type ReviewRefusal } from "../features/reviews/refusals.ts";
import { describeNotHeld } from "../features/reviews/review-actions.server.ts";
import { decideForm } from "../features/reviews/review-forms.ts";
import { readForm } from "../web/read-form.server.ts";
import { notFound, requireUser } from "../web/require-user.server.ts";
import { say } from "../i18n/saying.ts";
import { createPageT } from "../i18n/find-page-locale.ts";
import { messages } from "../features/reviews/messages.ts";

export const meta: MetaFunction = ({ matches }) => {
  const t = createPageT(messages, matches);
  return [{ title: `${t("decideTitle")} · ${t("title")} · Rung` }];
};

// A refusal shows what is stored now.
export const shouldRevalidate = () => true;

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const user = requireUser(context, request);
  const decision = new URL(request.url).searchParams.get("decision") === "accepted" ? "accepted" : "changes-asked";
  const view = await prepareDecision(context.deps, { submissionId: params.submissionId ?? "", graderId: user.id, decision });
  // Its page says who holds it, or that there is no such review.
  if (!view) throw redirect(`/review/${encodeURIComponent(params.submissionId ?? "")}`);
  return view;
}

export async function action({ context, request, params }: ActionFunctionArgs) {
  const user = requireUser(context, request);
  const submissionId = params.submissionId ?? "";
  const said = (refusal: ReviewRefusal) => say(reviewRefusals, context.locale, refusal);
  const form = await readForm(request, decideForm);
  if (!form.ok) return data({ message: said({ key: "decisionNotUnderstood" }) }, { status: 400 });
  const { decision } = form.data;
  const answer = await decideReview(context.deps, form.data, { submissionId, graderId: user.id });
  if (!answer) throw notFound();
  switch (answer.kind) {
    case "sent":
      return redirect(`/review?sent=${decision}`);
    case "decided":
      // The same button pressed twice is no mistake; anything else shows what was decided.
      return redirect(answer.decision === decision ? `/review?sent=${decision}` : `/review/${submissionId}`);
    case "changed":
      return data({ message: said({ key: "changedMeanwhile" }) }, { status: 409 });
    case "refused":
      return data({ message: said(answer.message) }, { status: 409 });
    default:
      return data({ message: said(describeNotHeld(answer)) }, { status: 409 });
  }
}

export default function DecideReview() {
  const view = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return <ConfirmPage view={view} message={answer?.message} />;
}
