import type { Request, RequestHandler, Response } from "express";
import { sayPlainly } from "./say-plainly.server.ts";

const KIB = 1024;
/** How long a refused sender may go on before the connection is cut: a cut at once would lose the answer. */
const DRAIN_MS = 2_000;

/** Largest body a path takes, in bytes: hand-ins and course files are larger than forms. */
export function bodyLimitBytes(path: string): number {
  // Files up to 5 MiB are taken; somewhat larger ones are refused by the page itself, which keeps what was typed beside them.
  if (/^\/courses\/[^/]+\/[^/]+\/[^/]+\/task$/.test(path)) return 12 * 1024 * KIB;
  if (/^\/courses\/[^/]+\/[^/]+\/[^/]+/.test(path)) return 1536 * KIB;
  if (path.startsWith("/teach/")) return 4096 * KIB;
  return 64 * KIB;
}

/** Refuses bodies that are too large (413): by their announced length, and by counting what arrives without one. */
export function bodyLimits(): RequestHandler {
  return (request, response, next) => {
    const limit = bodyLimitBytes(request.path);
    if (Number(request.get("content-length") ?? 0) > limit) return refuse(request, response, limit);
    // A body with an announced length cannot be longer: node's parser ends it there.
    if (request.get("transfer-encoding") === undefined) return next();

    let received = 0;
    request.on("data", (chunk: Buffer) => {
      const isFirstOver = received <= limit && received + chunk.length > limit;
      received += chunk.length;
      if (!isFirstOver) return;
      refuse(request, response, limit);
      // Whoever reads the body gets this and not a shortened body.
      request.emit("error", new Error("the body is too large"));
    });
    request.pause();
    next();
  };
}

function refuse(request: Request, response: Response, limit: number): void {
  response.setHeader("Connection", "close");
  sayPlainly(request, response, 413, { key: "tooLarge", values: { size: Math.round(limit / KIB) } });
  request.resume();
  const cut = setTimeout(() => request.socket.destroy(), DRAIN_MS);
  request.once("close", () => clearTimeout(cut));
}
