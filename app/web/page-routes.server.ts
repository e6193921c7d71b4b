import { createRequestHandler } from "@remix-run/express";
import type { ServerBuild } from "@remix-run/node";
import type { RequestHandler } from "express";
import { createRouteFinder, PLAIN_PATH } from "./route-pattern.server.ts";

type Options = Omit<Parameters<typeof createRequestHandler>[0], "build">;

/**
 * Remix for all pages. It ranks its whole route table and compares it with the address about ten times for one page
 * (`matchRoutes` keeps nothing): half of what a page cost. So each route is answered by a Remix that knows this route
 * and what stands around it, and nothing else; browsers learn the others as they do anyway (`/__manifest`).
 *
 * What is not quite plain is left to the whole table: unusual addresses, those of no route, and what stands for all others.
 */
export function pageRoutes(build: ServerBuild, options: Options): RequestHandler {
  const whole = createRequestHandler({ ...options, build });
  const findRoute = createRouteFinder(build);
  const byRoute = new Map<string, RequestHandler>();

  function handlerOf(id: string): RequestHandler {
    const known = byRoute.get(id);
    if (known) return known;
    const handler = createRequestHandler({ ...options, build: narrowBuild(build, id) });
    byRoute.set(id, handler);
    return handler;
  }

  return (request, response, next) => {
    const path = request.path.replace(/\.data$/, "");
    const found = PLAIN_PATH.test(path) ? findRoute(path) : null;
    const handler = found?.route && !found.pattern.endsWith("*") ? handlerOf(found.route.id) : whole;
    return handler(request, response, next);
  };
}

/** The build with one route, those that it stands in, and those that show themselves at the same addresses as these. */
export function narrowBuild(build: ServerBuild, id: string): ServerBuild {
  const kept = new Set<string>();
  for (let one = build.routes[id]; one; one = one.parentId === undefined ? undefined : build.routes[one.parentId]) kept.add(one.id);
  // Parents come before their children in the table.
  for (const route of Object.values(build.routes)) {
    if (route?.parentId !== undefined && kept.has(route.parentId) && (route.index || !route.path)) kept.add(route.id);
  }
  const narrow = <T>(routes: Record<string, T>): Record<string, T> => Object.fromEntries(Object.entries(routes).filter(([routeId]) => kept.has(routeId)));
  return { ...build, routes: narrow(build.routes), assets: { ...build.assets, routes: narrow(build.assets.routes) } };
}
