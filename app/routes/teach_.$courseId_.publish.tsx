import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { answerPublishForm, statusOfPublishAnswer, type PublishFormAnswer } from "../features/authoring/answer-publish-form.server.ts";
import { PublishPageView } from "../features/authoring/publish-page.tsx";
import { messages } from "../features/authoring/publish-messages.ts";
import { refusals } from "../features/authoring/refusals.ts";
import { reviewChanges } from "../features/authoring/review-changes.server.ts";
import { createPageT } from "../i18n/find-page-locale.ts";
import { sayAnswer, type Said } from "../i18n/saying.ts";
import { requireTeaching } from "../web/require-teaching.server.ts";

export const meta: MetaFunction<typeof loader> = ({ data, matches }) => {
  const t = createPageT(messages, matches);
  return [{ title: `${data ? t("pageTitle", { title: data.review.course.title }) : t("notFound")} · Rung` }];
};

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const visit = await requireTeaching(context, request, params.courseId);
  return { review: await reviewChanges(context.deps, visit) };
}

export async function action({ context, request, params }: ActionFunctionArgs) {
  const visit = await requireTeaching(context, request, params.courseId);
  const answer = await answerPublishForm(context.deps, visit, request);
  if (answer.kind === "published") return redirect(`/teach/${visit.course.id}?published=${answer.files}`, 303);
  if (answer.kind === "decided" || answer.kind === "nothing") return redirect(`/teach/${visit.course.id}/publish`, 303);
  return Response.json(sayAnswer(refusals, context.locale, answer), { status: statusOfPublishAnswer(answer) });
}

export default function PublishPage() {
  const { review } = useLoaderData<typeof loader>();
  const answer = useActionData<Said<PublishFormAnswer>>();
  return <PublishPageView review={review} answer={answer ?? null} />;
}
