import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { openSubmission } from "../features/submissions/open-submission.server.ts";
import { SubmissionPage } from "../features/submissions/submission-page.tsx";
import { notFound, requireUser } from "../web/require-user.server.ts";
import { createPageT } from "../i18n/find-page-locale.ts";
import { messages } from "../features/submissions/messages.ts";

export const meta: MetaFunction<typeof loader> = ({ data, matches }) => {
  const kind = createPageT(messages, matches)("pageTitle");
  return [{ title: `${data?.submission.activity?.title ?? kind} · ${kind} · Rung` }];
};

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const user = requireUser(context, request);
  const submission = await openSubmission(context.deps, { id: params.submissionId ?? "", userId: user.id });
  if (!submission) throw notFound();
  return { submission, now: context.deps.now() };
}

export default function SubmissionRoute() {
  const { submission, now } = useLoaderData<typeof loader>();
  return <SubmissionPage submission={submission} now={now} />;
}
