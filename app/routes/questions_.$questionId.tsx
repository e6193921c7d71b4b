import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { changeQuestion } from "../features/questions/change-question.server.ts";
import { openQuestion } from "../features/questions/open-question.server.ts";
import { threadForm } from "../features/questions/question-forms.ts";
import { replyToQuestion } from "../features/questions/reply-to-question.server.ts";
import { ThreadPage, type ThreadRefusal } from "../features/questions/thread-page.tsx";
import { readForm } from "../web/read-form.server.ts";
import { notFound, requireUser } from "../web/require-user.server.ts";
import { messages } from "../features/questions/messages.ts";
import { createPageT } from "../i18n/find-page-locale.ts";

export const meta: MetaFunction<typeof loader> = ({ data: page, matches }) => {
  const t = createPageT(messages, matches);
  return [{ title: page ? `${page.thread.place.activityTitle} · ${t("thread")} · Rung` : `${t("thread")} · Rung` }];
};

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const user = requireUser(context, request);
  const thread = await openQuestion(context.deps, { user, questionId: params.questionId ?? "" });
  if (!thread) throw notFound();
  return { thread };
}

/** Replies, or changes where the thread stands. For whoever may not, it does not exist. */
export async function action({ context, request, params }: ActionFunctionArgs) {
  const user = requireUser(context, request);
  const questionId = params.questionId ?? "";
  if (!(await openQuestion(context.deps, { user, questionId }))) throw notFound();
  const form = await readForm(request, threadForm);
  if (!form.ok) return data<ThreadRefusal>({ error: form.errors["body"] === "long" ? "long" : "empty", values: form.values }, { status: 400 });
  if (form.data.intent === "reply") {
    const { body } = form.data;
    const answer = await replyToQuestion(context.deps, { user, questionId, body });
    if (answer.kind === "not-found") throw notFound();
    if (answer.kind === "too-many") return data<ThreadRefusal>({ error: "tooMany", values: { body } }, { status: 429 });
  } else if (!(await changeQuestion(context.deps, { user, questionId, change: form.data.intent }))) throw notFound();
  return redirect(`/questions/${questionId}`, 303);
}

export default function ThreadRoute() {
  const { thread } = useLoaderData<typeof loader>();
  const refusal = useActionData<typeof action>();
  return <ThreadPage key={thread.id} thread={thread} refusal={refusal ?? null} />;
}
