/** Comments keep proxies from closing a stream in which nothing happens. */
const HEARTBEAT_MS = 15_000;
/** Nobody sees it; without a reason of its own each abort writes down a stack. */
const OVER = new Error("The stream is over.");
/** Known by its name: the built pages have a copy of this module of their own. */
const PLAY = Symbol.for("rung.event-stream");

const HEADERS = {
  "Content-Type": "text/event-stream; charset=utf-8",
  // Without no-transform the stream would be compressed, and so held back.
  "Cache-Control": "no-cache, no-transform",
  "X-Accel-Buffering": "no",
};

/** Gives each piece of the stream's text to `send`; resolves when the stream is over. */
export type Play = (send: (text: string) => void) => Promise<void>;

/**
 * Server-sent events: one `data:` line of JSON each. Ends when `events` does; `abort` is called when the reader leaves.
 *
 * Our own plumbing writes the pieces as they come (`findPlay`). Whoever else asks for the response's body gets a stream of the
 * web, whose making and reading takes longer than finding the events does.
 */
export function eventStream(events: AsyncIterable<unknown>, abort: AbortController): Response {
  const play: Play = async (send) => {
    const sendUnlessLeft = (text: string) => {
      if (!abort.signal.aborted) send(text);
    };
    const heartbeat = setInterval(() => sendUnlessLeft(": still here\n\n"), HEARTBEAT_MS);
    // Comes along with the first event: one packet for both.
    let retry = "retry: 1000\n\n";
    try {
      for await (const event of events) {
        sendUnlessLeft(`${retry}data: ${JSON.stringify(event)}\n\n`);
        retry = "";
      }
    } finally {
      clearInterval(heartbeat);
    }
  };
  let body: ReadableStream<Uint8Array> | undefined;
  const response = Object.assign(new Response(null, { headers: HEADERS }), { [PLAY]: play });
  return Object.defineProperty(response, "body", { get: () => (body ??= toStream(play, abort)) });
}

/** How an answer of `eventStream` is sent piece by piece; null for any other answer. */
export function findPlay(answer: Response): Play | null {
  return (answer as { [PLAY]?: Play })[PLAY] ?? null;
}

function toStream(play: Play, abort: AbortController): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  return new ReadableStream<Uint8Array>({
    start(controller) {
      play((text) => controller.enqueue(encoder.encode(text))).then(
        () => {
          if (!abort.signal.aborted) controller.close();
        },
        (error: unknown) => controller.error(error),
      );
    },
    cancel: () => abort.abort(OVER),
  });
}
