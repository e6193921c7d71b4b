import { setTimeout as sleep } from "node:timers/promises";
import { constants } from "node:zlib";
import { createRequestHandler } from "@remix-run/express";
import type { AppLoadContext, ServerBuild } from "@remix-run/node";
import compression from "compression";
import type { Logger } from "pino";
import express, { type Express, type Request, type RequestHandler, type Response } from "express";
import { makeDeps, type Wiring } from "../deps.server.ts";
import { PREVIEW_FRAME_PATH } from "../features/labs/preview-frame-path.ts";
import { NO_PERSON, PERSON_HEADER, READABLE, READABLE_HEADER } from "../features/offline/offline-rules.ts";
import { buildPersonTag } from "../features/offline/person-tag.server.ts";
import { answerFullDisk } from "./answer-full-disk.server.ts";
import { bodyLimits } from "./body-limits.server.ts";
import { knownMethods, lastAnswer, noStoreByDefault } from "./last-answers.server.ts";
import { pageRoutes } from "./page-routes.server.ts";
import { previewFrame } from "./preview-frame.server.ts";
import { requestLog } from "./request-log.server.ts";
import { resourceRoutes } from "./resource-routes.server.ts";
import { createRoutePatterns } from "./route-pattern.server.ts";
import { sameOrigin } from "./same-origin.server.ts";
import { localeOf } from "./say-plainly.server.ts";
import { allowFrame, securityHeaders } from "./security-headers.server.ts";
import { takeTurns } from "./take-turns.server.ts";

/** How long `/ready` waits for a worker of the sandbox. */
const READY_PATIENCE_MS = 2_000;

export interface Site {
  /** The build of the pages, or a function that gives the newest in development. */
  build: ServerBuild | (() => Promise<ServerBuild>);
  /** Serves files of the client build. */
  assets: RequestHandler;
}

/** The whole web application on express: what stands before Remix, and Remix. */
export function createApp(wiring: Wiring, site: Site): Express {
  const { settings } = wiring;
  const { build } = site;
  const app = express();
  const routeOf = createRouteLabel(build);
  const loadContextOf = (request: Request, response: Response, locale = localeOf(request, response)): AppLoadContext => ({
    deps: makeDeps(wiring, locale),
    user: response.locals.user,
    sessionId: response.locals.sessionId,
    locale,
    cspNonce: response.locals.cspNonce,
    allowFrame: (host) => allowFrame(response, host),
    allowOfflineReading: () => void response.setHeader(READABLE_HEADER, READABLE),
    requestId: response.locals.requestId,
    address: request.ip ?? "unknown",
    // Made when somebody notes something, which is seldom.
    get log() {
      return response.locals.log as Logger;
    },
  });
  app.disable("x-powered-by");
  app.set("query parser", false);
  // One proxy, ours: what it adds is believed, what the client sent through it is not.
  app.set("trust proxy", settings.TRUST_PROXY ? 1 : false);

  app.use(requestLog(wiring.log, ({ path, pattern, ...request }) => wiring.metrics.observeRequest({ ...request, route: pattern ?? routeOf(path) })));
  app.get("/health", (_request, response) => {
    const isHealthy = wiring.db.isHealthy();
    response.status(isHealthy ? 200 : 503).json({ status: isHealthy ? "ok" : "database" });
  });
  app.get("/ready", async (_request, response) => {
    const isReady = await Promise.race([wiring.sandbox.ready().then(() => true, () => false), sleep(READY_PATIENCE_MS, false)]);
    response.status(isReady ? 200 : 503).json({ status: isReady ? "ok" : "sandbox", sandbox: wiring.sandbox.status() });
  });

  app.get(PREVIEW_FRAME_PATH, previewFrame());
  app.use(securityHeaders(settings));
  app.use(takeTurns({ passes: new Set(["/metrics"]) }));
  app.use(knownMethods());
  app.use((request, _response, next) => {
    // Remix believes this header, and compares it to `Origin`; without a proxy of ours anybody could send it.
    if (settings.PUBLIC_URL) request.headers["x-forwarded-host"] = new URL(settings.PUBLIC_URL).host;
    else if (!settings.TRUST_PROXY) delete request.headers["x-forwarded-host"];
    next();
  });
  app.use(sameOrigin(settings.PUBLIC_URL ? new URL(settings.PUBLIC_URL).origin : null));
  app.use(bodyLimits());
  // Brotli's default window costs four times the processor time of the page itself when it streams.
  const pack = compression({ brotli: { params: { [constants.BROTLI_PARAM_QUALITY]: 4, [constants.BROTLI_PARAM_LGWIN]: 16 } } });
  // In development the pages change while the server runs: Remix answers all of them then.
  const guarded = typeof build === "function" ? async () => answerFullDisk(await build()) : answerFullDisk(build);
  const resources = typeof guarded === "function" ? null : resourceRoutes(guarded, { loadContextOf, pack });
  app.use(resources?.find ?? pack);
  app.use(site.assets);

  app.use(noStoreByDefault());
  app.use(async (request, response, next) => {
    try {
      const { user, sessionId, setCookie } = await wiring.sessions.readSession(request.headers.cookie ?? null);
      if (setCookie) response.append("Set-Cookie", setCookie);
      response.locals.user = user;
      // For the browser's own store of pages: it keeps nobody's for somebody else.
      response.setHeader(PERSON_HEADER, user ? buildPersonTag(user.id) : NO_PERSON);
      response.locals.sessionId = sessionId;
      next();
    } catch (error) {
      next(error);
    }
  });
  const options = { mode: settings.NODE_ENV, getLoadContext: loadContextOf };
  if (resources) app.use(resources.answer);
  app.all("*", typeof guarded === "function" ? createRequestHandler({ ...options, build: guarded }) : pageRoutes(guarded, options));
  app.use(lastAnswer(wiring.log));
  return app;
}

/** What measurements of a request are filed under. In development the route table changes while the server runs. */
function createRouteLabel(build: Site["build"]): (path: string) => string {
  if (typeof build === "function") return () => "in development";
  const patternOf = createRoutePatterns(build);
  return (path) => (path === "/health" || path === "/ready" ? path : path.startsWith("/assets/") ? "/assets/*" : patternOf(path));
}
