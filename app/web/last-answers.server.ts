import type { ErrorRequestHandler, RequestHandler } from "express";
import type { Logger } from "pino";
import { isStorageFull } from "../../db/database-problem.ts";
import type { KeyOf } from "../i18n/saying.ts";
import type { messages } from "./messages.ts";
import { sayPlainly } from "./say-plainly.server.ts";

const METHODS = new Set(["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE"]);

/** Refuses methods that no page answers (405), before they reach code that does not expect them. */
export function knownMethods(): RequestHandler {
  return (request, response, next) => {
    if (METHODS.has(request.method)) return next();
    response.setHeader("Allow", [...METHODS].join(", "));
    sayPlainly(request, response, 405, { key: "methodUnknown" });
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
  return (error: unknown, request, response, _next) => {
    const requestId: unknown = response.locals.requestId;
    const status = statusOf(error);
    if (status >= 500) log.error({ err: error, requestId }, "request failed");
    if (response.headersSent) return void response.destroy();
    sayPlainly(request, response, status, { key: sentenceFor(status) });
  };
}

function statusOf(error: unknown): number {
  if (isStorageFull(error)) return 507;
  const { status, code } = error as { status?: unknown; code?: unknown };
  if (code === "ERR_INVALID_URL") return 400;
  return typeof status === "number" && status >= 400 && status < 600 ? status : 500;
}

function sentenceFor(status: number): KeyOf<typeof messages> {
  if (status === 404) return "nothingHere";
  if (status === 507) return "diskFull";
  return status < 500 ? "notUnderstood" : "ours";
}
