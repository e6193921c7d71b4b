import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { fileURLToPath, pathToFileURL } from "node:url";
import type { ActionFunctionArgs, LoaderFunctionArgs, ServerBuild } from "@remix-run/node";
import express from "express";
import { ensureBuild } from "../../bin/ensure-build.mjs";
import type { Deps, Wiring } from "../../app/deps.server.ts";
import { createApp } from "../../app/web/create-app.server.ts";

const PROJECT = fileURLToPath(new URL("../../", import.meta.url));

export interface ServedApp {
  url: string;
  server: Server;
  close(): Promise<void>;
}

/** The real web application in this process, on a free port, over parts of the test's own. */
export async function serveApp(deps: Deps, build: ServerBuild | (() => Promise<ServerBuild>), assetFolder?: string): Promise<ServedApp> {
  const wiring: Wiring = { ...deps, close: async () => deps.db.close() };
  const assets = express.Router();
  if (assetFolder) assets.use("/assets", express.static(assetFolder, { immutable: true, maxAge: "1y", fallthrough: false }));
  const server = createServer(createApp(wiring, { build, assets }));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    server,
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await wiring.close();
    },
  };
}

/** The pages as they are built for production; built first when they are stale. */
export async function loadRealBuild(): Promise<ServerBuild> {
  if (!ensureBuild(PROJECT, process.execPath)) throw new Error("The pages could not be built: see above.");
  return (await import(pathToFileURL(`${PROJECT}build/server/index.js`).href)) as ServerBuild;
}

/** A site of one address without pages: what plumbing does can be seen without any. */
export function buildOneRoute(path: string, module: { loader?: (given: LoaderFunctionArgs) => unknown; action?: (given: ActionFunctionArgs) => unknown }): ServerBuild {
  return {
    entry: { module: { default: () => new Response("no page") } },
    routes: { only: { id: "only", path, module: { ...module } as ServerBuild["routes"][string]["module"] } },
    assets: { entry: { imports: [], module: "" }, routes: {}, url: "", version: "1" },
    publicPath: "/",
    assetsBuildDirectory: "none",
    future: { v3_fetcherPersist: true, v3_relativeSplatPath: true, v3_throwAbortReason: true, v3_singleFetch: true, v3_lazyRouteDiscovery: true, v3_routeConfig: true, unstable_optimizeDeps: false },
    isSpaMode: false,
  } as unknown as ServerBuild;
}
