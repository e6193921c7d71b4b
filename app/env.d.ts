import "@remix-run/node";
import type { RequestContext } from "./web/request-context.server.ts";

declare module "@remix-run/node" {
  interface Future {
    v3_singleFetch: true;
  }
}

declare module "@remix-run/server-runtime" {
  // What every loader and action gets as `context`: made in server.ts for each request.
  interface AppLoadContext extends RequestContext {}
}
