import type { ServerBuild } from "@remix-run/node";
import { isStorageFull } from "../../db/database-problem.ts";
import { createT } from "../i18n/messages.ts";
import { messages } from "./messages.ts";

type RouteModule = ServerBuild["routes"][string]["module"];
type Handler = NonNullable<RouteModule["action"]>;

/**
 * The same pages, where a disk that is full is answered with 507 and not as a fault of the program. Reading goes on:
 * only what would store something ends here.
 */
export function answerFullDisk(build: ServerBuild): ServerBuild {
  const routes = Object.entries(build.routes).map(([id, route]) => {
    const { action, loader } = route.module;
    const module: RouteModule = { ...route.module, ...(action && { action: guard(action) }), ...(loader && { loader: guard(loader) }) };
    return [id, { ...route, module }];
  });
  return { ...build, routes: Object.fromEntries(routes) };
}

function guard(handler: Handler): Handler {
  return async (given) => {
    try {
      return await handler(given);
    } catch (error) {
      if (!isStorageFull(error)) throw error;
      given.context.log.error({ err: error }, "the disk is full");
      throw new Response(createT(messages, given.context.locale)("diskFull"), { status: 507, statusText: "Insufficient Storage" });
    }
  };
}
