import { PassThrough } from "node:stream";
import { createReadableStreamFromReadable, type AppLoadContext, type EntryContext, type HandleErrorFunction } from "@remix-run/node";
import { RemixServer } from "@remix-run/react";
import { isbot } from "isbot";
import { renderToPipeableStream } from "react-dom/server";
import { warmHighlighter } from "./catalog/highlighter.server.ts";

const RENDER_TIMEOUT_MS = 5_000;
export const streamTimeout = RENDER_TIMEOUT_MS;

// Grammars take a second to load: at start, so that no reader waits for them.
void warmHighlighter();

/** Renders a page; robots get it whole, people as it comes. */
export default function handleRequest(request: Request, status: number, headers: Headers, remix: EntryContext, context: AppLoadContext): Promise<Response> {
  const whenReady = isbot(request.headers.get("user-agent") ?? "") ? "onAllReady" : "onShellReady";
  return new Promise((resolve, reject) => {
    let shellRendered = false;
    const { pipe, abort } = renderToPipeableStream(<RemixServer context={remix} url={request.url} nonce={context.cspNonce} />, {
      nonce: context.cspNonce,
      [whenReady]() {
        shellRendered = true;
        const body = new PassThrough();
        headers.set("Content-Type", "text/html; charset=utf-8");
        // The language of a page comes from these.
        headers.append("Vary", "Accept-Language, Cookie");
        resolve(new Response(createReadableStreamFromReadable(body), { headers, status }));
        pipe(body);
      },
      onShellError: reject,
      onError(error: unknown) {
        status = 500;
        if (shellRendered) context.log.error({ err: error }, "render failed");
      },
    });
    setTimeout(abort, RENDER_TIMEOUT_MS + 1_000).unref();
  });
}

/** What a loader or action threw and no page answers: one line in the log. Aborted requests are nobody's fault. */
export const handleError: HandleErrorFunction = (error, { request, context }) => {
  if (!request.signal.aborted) (context as AppLoadContext).log.error({ err: error, path: new URL(request.url).pathname }, "request failed");
};
