import { existsSync, readdirSync } from "node:fs";
import { extname } from "node:path";
import type { RequestHandler } from "express";

/**
 * Leads requests for a file to the brotli copy that the build wrote beside it, for browsers that take it. Stands
 * before what serves the folder.
 */
export function precompressed(folder: string): RequestHandler {
  const copies = new Set((existsSync(folder) ? readdirSync(folder) : []).filter((name) => name.endsWith(".br")));
  return (request, response, next) => {
    const name = request.path.slice(1);
    if (copies.has(`${name}.br`)) {
      response.vary("Accept-Encoding");
      if (request.acceptsEncodings("br")) {
        response.setHeader("Content-Encoding", "br");
        response.type(extname(name));
        request.url = `/${name}.br`;
      }
    }
    next();
  };
}
