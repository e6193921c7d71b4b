import type { ErrorRequestHandler, RequestHandler } from "express";
import type { Logger } from "pino";
import { isStorageFull } from "../../db/database-problem.ts";

const METHODS = new Set(["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE"]);

/** Refuses methods that no page answers (405), before they reach code that does not expect them. */
export function knownMethods(): RequestHandler {
  return (request, response, next) => {
    if (METHODS.has(request.method)) return next();
    response.setHeader("Allow", [...METHODS].join(", "));
    response.status(405).type("text/plain").send("This address does not answer that method.\n");
  };
}

/** What a person sees is theirs: nothing is stored by browsers or proxies, unless an answer says otherwise. */
export function noStoreByDefault(): RequestHandler {
  return (_request, response, next) => {
    const writeHead = response.writeHead;
    response.writeHead = function (this: typeof response, ...given: unknown[]) {
      if (!this.headersSent && !this.hasHeader("Cache-Control")) this.setHeader("Cache-Control", "no-store");
      return Reflect.apply(writeHead, this, given) as typeof response;
    } as typeof writeHead;
    next();
  };
}

/** What no page has answered: a sentence without insides for the person, the cause for the log. */
export function lastAnswer(log: Logger): ErrorRequestHandler {
  // Express knows an error handler by its four parameters.
  return (error: unknown, _request, response, _next) => {
    const requestId: unknown = response.locals.requestId;
    const status = statusOf(error);
    if (status >= 500) log.error({ err: error, requestId }, "request failed");
    if (response.headersSent) return void response.destroy();
    response.status(status).type("text/plain").send(`${sentenceFor(status)}\n`);
  };
}

function statusOf(error: unknown): number {
  if (isStorageFull(error)) return 507;
  const { status, code } = error as { status?: unknown; code?: unknown };
  if (code === "ERR_INVALID_URL") return 400;
  return typeof status === "number" && status >= 400 && status < 600 ? status : 500;
}

function sentenceFor(status: number): string {
  if (status === 404) return "There is nothing here.";
  if (status === 507) return "The server's disk is full. Nothing was stored; try again in a while.";
  if (status < 500) return "This request is not understood.";
  return "Something broke here. It is our fault, and it was noted. Try again in a moment.";
}
