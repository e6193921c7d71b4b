/** Comments keep proxies from closing a stream in which nothing happens. */
const HEARTBEAT_MS = 15_000;
/** Nobody sees it; without a reason of its own each abort writes down a stack. */
const OVER = new Error("The stream is over.");

/**
 * Server-sent events: one `data:` line of JSON each. Ends when `events` does; `abort` is called when the reader leaves.
 */
export function eventStream(events: AsyncIterable<unknown>, abort: AbortController): Response {
  const encoder = new TextEncoder();
  let heartbeat: NodeJS.Timeout | undefined;
  const stop = () => {
    clearInterval(heartbeat);
    if (!abort.signal.aborted) abort.abort(OVER);
  };
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      const send = (text: string) => {
        if (!abort.signal.aborted) controller.enqueue(encoder.encode(text));
      };
      heartbeat = setInterval(() => send(": still here\n\n"), HEARTBEAT_MS);
      void (async () => {
        // Comes along with the first event: one packet for both.
        let retry = "retry: 1000\n\n";
        try {
          for await (const event of events) {
            send(`${retry}data: ${JSON.stringify(event)}\n\n`);
            retry = "";
          }
        } finally {
          const left = abort.signal.aborted;
          stop();
          if (!left) controller.close();
        }
      })().catch((error: unknown) => controller.error(error));
    },
    cancel: stop,
  });
  return new Response(body, {
    headers: {
      "Content-Type": "text/event-stream; charset=utf-8",
      // Without no-transform the stream would be compressed, and so held back.
      "Cache-Control": "no-cache, no-transform",
      "X-Accel-Buffering": "no",
    },
  });
}
