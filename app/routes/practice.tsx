import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { answerPractice } from "../features/practice/answer-practice.server.ts";
import { messages } from "../features/practice/messages.ts";
import { openPractice } from "../features/practice/open-practice.server.ts";
import { PracticePage } from "../features/practice/practice-page.tsx";
import { createT } from "../i18n/messages.ts";
import { requireUser } from "../web/require-user.server.ts";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title ?? "Rung"} · Rung` }];

export async function loader({ context, request }: LoaderFunctionArgs) {
  const { id: userId } = requireUser(context, request);
  return { title: createT(messages, context.locale)("title"), view: await openPractice(context.deps, { userId }) };
}

export async function action({ context, request }: ActionFunctionArgs) {
  const { id: userId } = requireUser(context, request);
  const answer = await answerPractice(context.deps, { userId, form: await request.formData().catch(() => new FormData()) });
  if (answer.kind === "begun") throw redirect(answer.path, 303);
  return data(answer, { status: answer.kind === "not-due" ? 409 : 200 });
}

export default function PracticeRoute() {
  return <PracticePage view={useLoaderData<typeof loader>().view} answer={useActionData<typeof action>()} />;
}
