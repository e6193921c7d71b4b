import type { RequestHandler } from "express";
import { sayPlainly } from "./say-plainly.server.ts";

/**
 * Refuses what changes something and comes from another site (403). Browsers send `Origin` with every such request;
 * Remix checks page actions only, so this stands before all routes. Requests without `Origin` (command line tools)
 * carry no cookie by accident, but `Sec-Fetch-Site: cross-site` is refused all the same.
 *
 * @param publicOrigin origin under which people reach the site, when it is known by configuration
 */
export function sameOrigin(publicOrigin: string | null): RequestHandler {
  return (request, response, next) => {
    if (request.method === "GET" || request.method === "HEAD" || request.method === "OPTIONS") return next();
    const origin = request.get("origin");
    const expected = publicOrigin ?? `${request.protocol}://${request.get("x-forwarded-host") ?? request.get("host")}`;
    const fetchSite = request.get("sec-fetch-site");
    const isForeign = (origin !== undefined && origin !== expected) || fetchSite === "cross-site" || fetchSite === "same-site";
    if (!isForeign) return next();
    sayPlainly(request, response, 403, { key: "otherSite" });
  };
}
