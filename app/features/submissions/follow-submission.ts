/** Waits in a page for the verdict of a submission: by server-sent events, or by asking when those break. */
import type { SubmissionEvent } from "./listen-to-submission.server.ts";

const ASK_EVERY_MS = 2_000;
/** Broken streams in a row before the page asks instead; the browser reopens them by itself before. */
const MOST_BREAKS = 3;

/** Calls `onEvent` for each state up to `done`. Returns a function that stops. */
export function followSubmission(submissionId: string, onEvent: (event: SubmissionEvent) => void): () => void {
  const url = `/submissions/${submissionId}/events`;
  let isStopped = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let breaks = 0;
  const source = typeof EventSource === "undefined" ? null : new EventSource(url);

  function stop() {
    isStopped = true;
    source?.close();
    clearTimeout(timer);
  }

  function take(event: SubmissionEvent) {
    if (isStopped) return;
    if (event.state === "done") stop();
    onEvent(event);
  }

  async function ask() {
    const response = await fetch(`${url}?now`, { redirect: "manual" }).catch(() => null);
    const event = response?.ok ? ((await response.json().catch(() => null)) as SubmissionEvent | null) : null;
    if (event) take(event);
    if (!isStopped) timer = setTimeout(() => void ask(), ASK_EVERY_MS);
  }

  if (!source) void ask();
  else {
    source.onmessage = ({ data }: MessageEvent<string>) => {
      breaks = 0;
      take(JSON.parse(data) as SubmissionEvent);
    };
    source.onerror = () => {
      breaks += 1;
      if (isStopped || (source.readyState !== EventSource.CLOSED && breaks < MOST_BREAKS)) return;
      source.close();
      void ask();
    };
  }
  return stop;
}
