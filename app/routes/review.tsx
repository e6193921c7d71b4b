import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { openReviewQueue } from "../features/reviews/list-review-queue.server.ts";
import { QueuePage } from "../features/reviews/queue-page.tsx";
import type { Decision } from "../features/reviews/review.ts";
import { notFound, requireUser } from "../web/require-user.server.ts";
import { createPageT } from "../i18n/find-page-locale.ts";
import { messages } from "../features/reviews/messages.ts";

export const meta: MetaFunction = ({ matches }) => [{ title: `${createPageT(messages, matches)("title")} · Rung` }];

export async function loader({ context, request }: LoaderFunctionArgs) {
  const user = requireUser(context, request);
  const { searchParams } = new URL(request.url);
  const queue = await openReviewQueue(context.deps, { graderId: user.id, courseId: searchParams.get("course") });
  if (!queue) throw notFound();
  const sent = searchParams.get("sent");
  return { queue, sent: sent === "accepted" || sent === "changes-asked" ? (sent as Decision) : null };
}

export default function Review() {
  const { queue, sent } = useLoaderData<typeof loader>();
  return <QueuePage queue={queue} sent={sent} />;
}
