import type { LoaderFunctionArgs } from "@remix-run/node";
import { eventStream } from "../web/event-stream.server.ts";
import { listenToSubmission, type SubmissionEvent } from "../features/submissions/listen-to-submission.server.ts";
import { openSubmission } from "../features/submissions/open-submission.server.ts";
import { notFound, requireUser } from "../web/require-user.server.ts";

/** The states of a submission as server-sent events, up to its result; as JSON (`?now`) for pages whose stream breaks. */
export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const user = requireUser(context, request);
  const id = params.submissionId ?? "";
  if (new URL(request.url).searchParams.has("now")) {
    const view = await openSubmission(context.deps, { id, userId: user.id });
    if (!view) throw notFound();
    return Response.json({ state: view.state, result: view.result });
  }
  const abort = new AbortController();
  request.signal.addEventListener("abort", () => abort.abort(request.signal.reason), { once: true });
  const events = listenToSubmission(context.deps, { id, userId: user.id, signal: abort.signal });
  // There is always a state of now, but for what is not theirs.
  const first = await events.next();
  if (first.done) throw notFound();
  return eventStream(withFirst(first.value, events), abort);
}

async function* withFirst(first: SubmissionEvent, others: AsyncGenerator<SubmissionEvent>): AsyncGenerator<SubmissionEvent> {
  yield first;
  yield* others;
}
