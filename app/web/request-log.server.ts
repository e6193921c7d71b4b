import { randomUUID } from "node:crypto";
import type { RequestHandler } from "express";
import type { Logger } from "pino";

export interface AnsweredRequest {
  method: string;
  path: string;
  status: number;
  durationMs: number;
  /** Of the route table, where it is known already which route it is; else null. */
  pattern: string | null;
}

/** Gives each request an id and logs one line when it is answered: no query strings, no bodies, no cookies. `measure` is told of it too. */
export function requestLog(log: Logger, measure: (request: AnsweredRequest) => void): RequestHandler {
  return (request, response, next) => {
    const requestId = randomUUID();
    const startedAt = performance.now();
    response.locals.requestId = requestId;
    let own: Logger | undefined;
    Object.defineProperty(response.locals, "log", { get: () => (own ??= log.child({ requestId })) });
    response.setHeader("X-Request-Id", requestId);
    response.on("close", () => {
      const answered = { method: request.method, path: request.originalUrl.split("?")[0] ?? "", status: response.statusCode, durationMs: Math.round((performance.now() - startedAt) * 10) / 10 };
      log.info({ requestId, ...answered }, "request");
      measure({ ...answered, pattern: (response.locals.pattern as string | undefined) ?? null });
    });
    next();
  };
}
