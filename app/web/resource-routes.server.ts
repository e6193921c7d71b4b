import type { AppLoadContext, ServerBuild } from "@remix-run/node";
import type { Request as Incoming, RequestHandler, Response as Outgoing } from "express";
import { FORM_TYPE, HeldRequest } from "./held-request.server.ts";
import { createRouteFinder, PLAIN_PATH, type RouteFound } from "./route-pattern.server.ts";
import { sendAnswer } from "./send-answer.server.ts";

const CHANGING = new Set(["POST", "PUT", "PATCH", "DELETE"]);
const REDIRECTS = new Set([301, 302, 303, 307, 308]);
const JSON_TYPE = /^application\/json\b/;

export interface ResourceRoutes {
  /** Stands before the compressor, and leads what is answered here past it. */
  find: RequestHandler;
  /** Stands where everything is known of the request that the context holds. */
  answer: RequestHandler;
}

export interface ResourceParts {
  loadContextOf(request: Incoming, response: Outgoing): AppLoadContext;
  /** The compressor: called by `find` for all others, and for answers that are long enough. */
  pack: RequestHandler;
}

/**
 * Answers routes that have no page — hand-ins, runs, drafts, event streams, files — by their own loaders and actions
 * and nothing else: the route modules stay the one place that says who may do what. Remix answers them just so, but
 * ranks the whole route table two times for each request, and passes body and answer through streams of the web.
 *
 * Everything that is not quite plain is left to Remix: forms with files, unusual addresses, methods that the route does not know.
 */
export function resourceRoutes(build: ServerBuild, { loadContextOf, pack }: ResourceParts): ResourceRoutes {
  const findRoute = createRouteFinder(build);

  function findResource(request: Incoming): Resource | null {
    if (!PLAIN_PATH.test(request.path) || request.path.endsWith(".data") || /[?&]_data=/.test(request.url)) return null;
    const found = findRoute(request.path);
    const handle = found && handlerOf(found, request);
    return handle ? { handle, pattern: found.pattern, params: found.params } : null;
  }

  async function answer({ handle, params }: Resource, request: Incoming, response: Outgoing): Promise<void> {
    const asked = new HeldRequest(request, (listener) => {
      if (response.destroyed) listener();
      else response.once("close", () => response.writableFinished || listener());
    });
    const context = loadContextOf(request, response);
    try {
      await sendAnswer(request, response, requireResponse(await handle({ request: asked, params, context })), pack);
    } catch (caught) {
      const thrown = readData(caught) ?? caught;
      if (response.headersSent) throw thrown;
      if (thrown instanceof Response) {
        // Remix marks what was thrown so, except when it leads elsewhere.
        if (!REDIRECTS.has(thrown.status)) response.setHeader("X-Remix-Catch", "yes");
        return sendAnswer(request, response, thrown, pack);
      }
      build.entry.module.handleError?.(thrown, { request: asked, params, context });
      await sendAnswer(request, response, new Response("Unexpected Server Error", { status: 500, headers: { "Content-Type": "text/plain" } }), pack);
    }
  }

  return {
    find(request, response, next) {
      const resource = findResource(request);
      response.locals.resource = resource;
      if (!resource) return pack(request, response, next);
      response.locals.pattern = resource.pattern;
      next();
    },
    async answer(request, response, next) {
      const resource = response.locals.resource as Resource | null;
      if (!resource) return next();
      try {
        await answer(resource, request, response);
      } catch (error) {
        next(error);
      }
    },
  };
}

type Handler = NonNullable<NonNullable<RouteFound["route"]>["module"]["loader"]>;

interface Resource {
  handle: Handler;
  pattern: string;
  params: RouteFound["params"];
}

function handlerOf({ route }: RouteFound, request: Incoming): Handler | null {
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
