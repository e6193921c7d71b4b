import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { AskPage, type AskRefusal } from "../features/questions/ask-page.tsx";
import { askQuestion } from "../features/questions/ask-question.server.ts";
import { openAsk } from "../features/questions/open-ask.server.ts";
import { askForm } from "../features/questions/question-forms.ts";
import { readForm } from "../web/read-form.server.ts";
import { requireActivityVisit } from "../web/require-enrollment.server.ts";
import { messages } from "../features/questions/messages.ts";
import { createPageT } from "../i18n/find-page-locale.ts";

export const meta: MetaFunction<typeof loader> = ({ data: page, matches }) => {
  const t = createPageT(messages, matches);
  return [{ title: page ? `${page.ask.title} · ${t("askTitle")} · Rung` : `${t("askTitle")} · Rung` }];
};

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const { activity } = await requireActivityVisit(context, request, params);
  return { ask: await openAsk(context.deps, { activity, query: new URL(request.url).searchParams }) };
}

export async function action({ context, request, params }: ActionFunctionArgs) {
  const { activity, user } = await requireActivityVisit(context, request, params);
  const form = await readForm(request, askForm);
  if (!form.ok) return data<AskRefusal>({ error: form.errors["body"] === "long" ? "long" : "empty", values: form.values }, { status: 400 });
  const answer = await askQuestion(context.deps, { userId: user.id, activity, form: form.data });
  if (answer.kind === "too-many") return data<AskRefusal>({ error: "tooMany", values: { body: form.data.body } }, { status: 429 });
  return redirect(`/questions/${answer.questionId}`, 303);
}

export default function AskRoute() {
  const { ask } = useLoaderData<typeof loader>();
  const refusal = useActionData<typeof action>();
  return <AskPage ask={ask} refusal={refusal ?? null} />;
}
