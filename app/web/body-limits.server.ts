import type { RequestHandler } from "express";

const KIB = 1024;

/** Largest body a path takes, in bytes: hand-ins and course files are larger than forms. */
export function bodyLimitBytes(path: string): number {
  if (/^\/courses\/[^/]+\/[^/]+\/[^/]+/.test(path)) return 1536 * KIB;
  if (path.startsWith("/teach/")) return 4096 * KIB;
  return 64 * KIB;
}

/** Refuses bodies that are too large (413), by their announced length and by counting what arrives. */
export function bodyLimits(): RequestHandler {
  return (request, response, next) => {
    const limit = bodyLimitBytes(request.path);
    const refuse = () => {
      if (response.headersSent) return request.destroy();
      response.setHeader("Connection", "close");
      response.status(413).type("text/plain").send(`That is too large: this page takes ${Math.round(limit / KIB)} KiB. Nothing was stored.\n`);
    };
    if (Number(request.get("content-length") ?? 0) > limit) return refuse();
    let received = 0;
    request.on("data", (chunk: Buffer) => {
      received += chunk.length;
      if (received > limit) refuse();
    });
    request.pause();
    next();
  };
}
