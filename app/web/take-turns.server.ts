import type { NextFunction, RequestHandler } from "express";
import { sayPlainly } from "./say-plainly.server.ts";

/** Requests that may wait for their turn; far more than the sandbox would take. */
const MAX_WAITING = 4_096;

/**
 * Lets at most one request begin in each turn of the event loop, in the order of their coming. Many that arrive together
 * would all be begun in the same turn, and `/health`, which stands before this, would wait for all of them.
 *
 * Whoever leaves while waiting is forgotten; when too many wait, the next one is told to come again (503).
 */
export function takeTurns({ maxWaiting = MAX_WAITING, passes }: { maxWaiting?: number; /** Paths that never wait. */ passes: ReadonlySet<string> }): RequestHandler {
  const waiting = new Set<{ next: NextFunction }>();
  let isTaken = false;

  function turn(): void {
    const [first] = waiting;
    isTaken = first !== undefined;
    if (first === undefined) return;
    waiting.delete(first);
    setImmediate(turn);
    first.next();
  }

  return (request, response, next) => {
    if (passes.has(request.path)) return next();
    if (!isTaken) {
      isTaken = true;
      setImmediate(turn);
      return next();
    }
    if (waiting.size >= maxWaiting) {
      response.setHeader("Retry-After", "2");
      return sayPlainly(request, response, 503, { key: "tooMuchAtOnce" });
    }
    const one = { next };
    waiting.add(one);
    response.once("close", () => waiting.delete(one));
  };
}
