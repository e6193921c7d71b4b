import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { listQuestions } from "../features/questions/list-questions.server.ts";
import { QuestionsPage } from "../features/questions/questions-page.tsx";
import { requireUser } from "../web/require-user.server.ts";
import { createPageT } from "../i18n/find-page-locale.ts";
import { messages } from "../features/questions/messages.ts";

export const meta: MetaFunction = ({ matches }) => [{ title: `${createPageT(messages, matches)("title")} · Rung` }];

export async function loader({ context, request }: LoaderFunctionArgs) {
  return { view: await listQuestions(context.deps, { user: requireUser(context, request) }) };
}

export default function QuestionsRoute() {
  const { view } = useLoaderData<typeof loader>();
  return <QuestionsPage view={view} />;
}
