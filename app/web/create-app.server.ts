import { constants } from "node:zlib";
import { createRequestHandler } from "@remix-run/express";
import type { ServerBuild } from "@remix-run/node";
import compression from "compression";
import express, { type Express, type RequestHandler } from "express";
import type { Wiring } from "../deps.server.ts";
import { makeDeps } from "../wiring.server.ts";
import { bodyLimits } from "./body-limits.server.ts";
import { requestLog } from "./request-log.server.ts";
import { sameOrigin } from "./same-origin.server.ts";
import { securityHeaders } from "./security-headers.server.ts";

export interface Site {
  /** The build of the pages, or a function that gives the newest in development. */
  build: ServerBuild | (() => Promise<ServerBuild>);
  /** Serves files of the client build. */
  assets: RequestHandler;
}

/** The whole web application on express: what stands before Remix, and Remix. */
export function createApp(wiring: Wiring, site: Site): Express {
  const { settings } = wiring;
  const app = express();
  app.disable("x-powered-by");
  app.set("trust proxy", settings.TRUST_PROXY);

  app.use(requestLog(wiring.log));
  app.get("/health", (_request, response) => {
    const isHealthy = wiring.db.isHealthy();
    response.status(isHealthy ? 200 : 503).json({ status: isHealthy ? "ok" : "database" });
  });
  app.get("/ready", async (_request, response) => {
    const isReady = await wiring.sandbox.ready().then(() => true, () => false);
    response.status(isReady ? 200 : 503).json({ status: isReady ? "ok" : "sandbox", sandbox: wiring.sandbox.status() });
  });

  app.use(securityHeaders(settings));
  app.use((request, _response, next) => {
    // Remix believes this header; without a proxy of ours anybody could send it.
    if (!settings.TRUST_PROXY) delete request.headers["x-forwarded-host"];
    next();
  });
  app.use(sameOrigin(settings.PUBLIC_URL ? new URL(settings.PUBLIC_URL).origin : null));
  app.use(bodyLimits());
  // Brotli's default window costs four times the processor time of the page itself when it streams.
  app.use(compression({ brotli: { params: { [constants.BROTLI_PARAM_QUALITY]: 4, [constants.BROTLI_PARAM_LGWIN]: 16 } } }));
  app.use(site.assets);

  app.use(async (request, response, next) => {
    try {
      const { user, sessionId, setCookie } = await wiring.sessions.readSession(request.headers.cookie ?? null);
      if (setCookie) response.append("Set-Cookie", setCookie);
      response.setHeader("Cache-Control", "no-store");
      response.locals.user = user;
      response.locals.sessionId = sessionId;
      next();
    } catch (error) {
      next(error);
    }
  });
  app.all(
    "*",
    createRequestHandler({
      build: site.build,
      mode: settings.NODE_ENV,
      getLoadContext: (request, response) => ({
        deps: makeDeps(wiring),
        user: response.locals.user,
        sessionId: response.locals.sessionId,
        cspNonce: response.locals.cspNonce,
        requestId: response.locals.requestId,
        address: request.ip ?? "unknown",
        log: response.locals.log,
      }),
    }),
  );
  return app;
}
