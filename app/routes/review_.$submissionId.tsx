import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData, type ShouldRevalidateFunction } from "@remix-run/react";
import { claimReview } from "../features/reviews/claim-review.server.ts";
import { openReview } from "../features/reviews/open-review.server.ts";
import { releaseReview } from "../features/reviews/release-review.server.ts";
import { answerComment, answerSave, answerWithdrawal, type ReviewAction } from "../features/reviews/review-actions.server.ts";
import { ReviewPage } from "../features/reviews/review-page.tsx";
import { notFound, requireUser } from "../web/require-user.server.ts";
import { createPageT } from "../i18n/find-page-locale.ts";
import { messages } from "../features/reviews/messages.ts";

export const meta: MetaFunction<typeof loader> = ({ data: review, matches }) => {
  const t = createPageT(messages, matches);
  return [{ title: review ? `${t("by", { title: review.title, name: review.learnerName })} · ${t("title")} · Rung` : `${t("notFound")} · Rung` }];
};

// Opening a line's form only changes the address.
export const shouldRevalidate: ShouldRevalidateFunction = ({ currentUrl, nextUrl, formMethod, defaultShouldRevalidate }) =>
  formMethod === undefined && currentUrl.pathname === nextUrl.pathname && nextUrl.searchParams.has("line") ? false : defaultShouldRevalidate;

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const user = requireUser(context, request);
  const review = await openReview(context.deps, { submissionId: params.submissionId ?? "", graderId: user.id });
  if (!review) throw notFound();
  return review;
}

export async function action({ context, request, params }: ActionFunctionArgs) {
  const { id: graderId } = requireUser(context, request);
  const call: ReviewAction = { deps: context.deps, request, submissionId: params.submissionId ?? "", graderId, locale: context.locale };
  const intent = (await request.clone().formData().catch(() => new FormData())).get("intent");
  switch (intent) {
    case "claim":
      if (!(await claimReview(context.deps, call))) throw notFound();
      return redirect(`/review/${call.submissionId}`);
    case "comment":
      return reply(await answerComment(call));
    case "withdraw":
      return reply(await answerWithdrawal(call));
    case "save":
    case "accepted":
    case "changes-asked":
      return reply(await answerSave(call, intent));
    case "release": {
      const saved = await answerSave(call, "save");
      if (saved.kind === "stay") return reply(saved);
      if (!(await releaseReview(context.deps, call))) throw notFound();
      return redirect("/review");
    }
    default:
      throw notFound();
  }
}

function reply(answer: Awaited<ReturnType<typeof answerSave>>) {
  return answer.kind === "go" ? redirect(answer.to) : data(answer.says, { status: answer.status });
}

export default function ReviewSubmission() {
  const review = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return <ReviewPage key={review.submissionId} review={review} answer={answer} />;
}
