import type { IncomingMessage } from "node:http";
import type { AppLoadContext, ServerBuild } from "@remix-run/node";
import { writeReadableStreamToWritable } from "@remix-run/node";
import type { Request as Incoming, RequestHandler, Response as Outgoing } from "express";
import { createRouteFinder, PLAIN_PATH, type RouteFound } from "./route-pattern.server.ts";

const CHANGING = new Set(["POST", "PUT", "PATCH", "DELETE"]);
const REDIRECTS = new Set([301, 302, 303, 307, 308]);
const JSON_TYPE = /^application\/json\b/;
/** What a form without files is sent as. */
const FORM_TYPE = /^application\/x-www-form-urlencoded\b/;

/**
 * Answers routes that have no page — hand-ins, runs, drafts, event streams, files — by their own loaders and actions
 * and nothing else: the route modules stay the one place that says who may do what. Remix answers them just so, but
 * ranks the whole route table two times for each request, and passes body and answer through streams of the web.
 *
 * Everything that is not quite plain is left to Remix: forms with files, unusual addresses, methods that the route does not know.
 */
export function resourceRoutes(build: ServerBuild, loadContextOf: (request: Incoming, response: Outgoing) => AppLoadContext): RequestHandler {
  const findRoute = createRouteFinder(build);
  return async (request, response, next) => {
    const found = PLAIN_PATH.test(request.path) && !request.path.endsWith(".data") && !/[?&]_data=/.test(request.url) ? findRoute(request.path) : null;
    const handler = found && handlerOf(found, request);
    if (!handler) return next();
    try {
      await answer(handler, found.params);
    } catch (error) {
      next(error);
    }

    async function answer(handle: NonNullable<typeof handler>, params: RouteFound["params"]): Promise<void> {
      const abort = new AbortController();
      response.once("close", () => {
        // A reason of its own, because making the usual one writes down the whole stack.
        if (!response.writableFinished) abort.abort(GONE);
      });
      const asked = new HeldRequest(request, abort.signal);
      const context = loadContextOf(request, response);
      try {
        await send(request, response, requireResponse(await handle({ request: asked, params, context })));
      } catch (caught) {
        const thrown = readData(caught) ?? caught;
        if (response.headersSent) throw thrown;
        if (thrown instanceof Response) {
          // Remix marks what was thrown so, except when it leads elsewhere.
          if (!REDIRECTS.has(thrown.status)) response.setHeader("X-Remix-Catch", "yes");
          return send(request, response, thrown);
        }
        build.entry.module.handleError?.(thrown, { request: asked, params, context });
        await send(request, response, new Response("Unexpected Server Error", { status: 500, headers: { "Content-Type": "text/plain" } }));
      }
    }
  };
}

const GONE = new Error("The client has gone.");

function handlerOf({ route }: RouteFound, request: Incoming) {
  if (!route || route.module.default !== undefined || route.module.ErrorBoundary !== undefined) return null;
  if (request.method === "GET" || request.method === "HEAD") return route.module.loader ?? null;
  const type = request.headers["content-type"] ?? "";
  return CHANGING.has(request.method) && (JSON_TYPE.test(type) || FORM_TYPE.test(type)) ? (route.module.action ?? null) : null;
}

/** What Remix's `data` makes, as the response that it stands for; null for anything else. */
function readData(value: unknown): Response | null {
  if (typeof value !== "object" || value === null || !("type" in value) || value.type !== "DataWithResponseInit" || !("data" in value)) return null;
  return Response.json(value.data, "init" in value ? ((value.init ?? undefined) as ResponseInit | undefined) : undefined);
}

function requireResponse(answer: unknown): Response {
  const response = readData(answer) ?? answer;
  if (response instanceof Response) return response;
  throw new Error("A route without a page answers with a Response.");
}

/** A request whose body is read from the connection when somebody asks for it: as text, as JSON, or as a form of words. */
class HeldRequest extends Request {
  readonly #incoming: IncomingMessage;
  #bytes: Promise<Buffer> | undefined;

  /** @throws TypeError with the code `ERR_INVALID_URL` when its host is none */
  constructor(incoming: Incoming, signal: AbortSignal) {
    const host = incoming.get("x-forwarded-host") ?? incoming.get("host") ?? incoming.hostname;
    super(new URL(incoming.originalUrl, `${incoming.protocol}://${host}`), { method: incoming.method, headers: toHeaders(incoming.headers), signal });
    this.#incoming = incoming;
  }

  /** The body is kept, so that whoever reads it first leaves it to the next. */
  override clone(): Request {
    return this;
  }

  override async text(): Promise<string> {
    return new TextDecoder().decode(await (this.#bytes ??= readBody(this.#incoming)));
  }

  override async json(): Promise<unknown> {
    return JSON.parse(await this.text());
  }

  override async formData(): Promise<FormData> {
    if (!FORM_TYPE.test(this.headers.get("Content-Type") ?? "")) throw new TypeError("This body is no form.");
    const form = new FormData();
    for (const [name, value] of new URLSearchParams(await this.text())) form.append(name, value);
    return form;
  }
}

function toHeaders(headers: IncomingMessage["headers"]): [string, string][] {
  const list: [string, string][] = [];
  for (const name in headers) {
    const value = headers[name];
    if (value !== undefined) list.push([name, Array.isArray(value) ? value.join(", ") : value]);
  }
  return list;
}

/** Its length was limited before. */
function readBody(incoming: IncomingMessage): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    incoming.on("data", (chunk: Buffer) => chunks.push(chunk));
    incoming.once("end", () => resolve(Buffer.concat(chunks)));
    incoming.once("error", reject);
    incoming.once("close", () => reject(GONE));
    incoming.resume();
  });
}

async function send(request: Incoming, response: Outgoing, answer: Response): Promise<void> {
  const { status, statusText, headers, body } = answer;
  response.status(status);
  response.statusMessage = statusText;
  for (const [name, value] of headers) response.append(name, value);
  if (!body || request.method === "HEAD") {
    await body?.cancel();
    response.end();
    return;
  }
  const type = headers.get("Content-Type") ?? "";
  if (JSON_TYPE.test(type)) {
    // Whole: one packet with its length, and too short for the compressor more often than not.
    response.end(Buffer.from(await answer.arrayBuffer()));
    return;
  }
  // A stream's head goes with what is there already, and does not wait for more.
  if (type.startsWith("text/event-stream")) setImmediate(() => response.headersSent || response.destroyed || response.flushHeaders());
  await writeReadableStreamToWritable(body, response);
}
