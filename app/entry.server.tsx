import { Writable } from "node:stream";
import type { AppLoadContext, EntryContext, HandleErrorFunction } from "@remix-run/node";
import { RemixServer } from "@remix-run/react";
import { renderToPipeableStream } from "react-dom/server";
import { warmHighlighter } from "./catalog/highlighter.server.ts";
import { LocaleContext } from "./i18n/use-messages.ts";

const RENDER_TIMEOUT_MS = 5_000;
export const streamTimeout = RENDER_TIMEOUT_MS;

// Grammars take a second to load: at start, so that no reader waits for them.
void warmHighlighter();

/**
 * Renders a page and answers with the whole of it. No page has parts that come later, so sending it in pieces would
 * only cost: each piece passes four streams and the compressor by itself.
 */
export default function handleRequest(request: Request, status: number, headers: Headers, remix: EntryContext, context: AppLoadContext): Promise<Response> {
  return new Promise((resolve, reject) => {
    const pieces: Uint8Array[] = [];
    const page = new Writable({
      write(piece: Uint8Array, _encoding, done) {
        pieces.push(piece);
        done();
      },
      final(done) {
        clearTimeout(patience);
        headers.set("Content-Type", "text/html; charset=utf-8");
        // The language of a page comes from these.
        headers.append("Vary", "Accept-Language, Cookie");
        resolve(new Response(Buffer.concat(pieces), { headers, status }));
        done();
      },
    });
    const { pipe, abort } = renderToPipeableStream(<LocaleContext.Provider value={context.locale}><RemixServer context={remix} url={request.url} nonce={context.cspNonce} /></LocaleContext.Provider>, {
      nonce: context.cspNonce,
      onAllReady: () => void pipe(page),
      onShellError: reject,
      onError(error: unknown) {
        status = 500;
        context.log.error({ err: error }, "render failed");
      },
    });
    const patience = setTimeout(abort, RENDER_TIMEOUT_MS + 1_000).unref();
  });
}

/** What a loader or action threw and no page answers: one line in the log. Aborted requests are nobody's fault. */
export const handleError: HandleErrorFunction = (error, { request, context }) => {
  if (!request.signal.aborted) (context as AppLoadContext).log.error({ err: error, path: new URL(request.url).pathname }, "request failed");
};
