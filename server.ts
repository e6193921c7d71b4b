/** The web server of an installation: settings, wiring, express, and a calm end. */
import { createServer } from "node:http";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import express from "express";
import type { Site } from "./app/web/create-app.server.ts";
import { createApp } from "./app/web/create-app.server.ts";
import type { Wiring } from "./app/deps.server.ts";
import type { Settings } from "./app/settings.server.ts";
import { createWiring } from "./app/wiring.server.ts";

const BUILD_FOLDER = fileURLToPath(new URL("./build", import.meta.url));

export interface RunningServer {
  /** Where it answers, e.g. `http://localhost:3000`. */
  url: string;
  /** Stops listening, lets requests and running grades end, then closes everything. May be called twice. */
  stop(): Promise<void>;
}

export interface ServerOptions {
  /** Opened already, e.g. to seed it; by default what the settings say is opened. Closed by `stop` either way. */
  wiring?: Wiring;
  /** Where `npm run build` wrote the pages. */
  buildFolder?: string;
}

/** Opens everything and listens. Rejects with a sentence when a setting, the database or the port is wrong. */
export async function startServer(settings: Settings, options: ServerOptions = {}): Promise<RunningServer> {
  const wiring = options.wiring ?? (await createWiring(settings));
  const site = settings.NODE_ENV === "development" ? await developmentSite() : await builtSite(options.buildFolder ?? BUILD_FOLDER);
  const server = createServer({ requestTimeout: 60_000, headersTimeout: 10_000 }, createApp(wiring, site));

  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(settings.PORT, settings.HOST, resolve);
  });
  const address = server.address();
  const port = typeof address === "object" && address ? address.port : settings.PORT;

  let stopping: Promise<void> | null = null;
  async function stop() {
    const closed = new Promise((resolve) => server.close(resolve));
    server.closeIdleConnections();
    // Open event streams would hold the server for ever.
    const patience = setTimeout(() => server.closeAllConnections(), 3_000);
    await closed;
    clearTimeout(patience);
    await wiring.close();
  }
  return { url: `http://${settings.HOST}:${port}`, stop: () => (stopping ??= stop()) };
}

async function builtSite(folder: string): Promise<Site> {
  const assets = express.Router();
  assets.use("/assets", express.static(join(folder, "client", "assets"), { immutable: true, maxAge: "1y", fallthrough: false }));
  assets.use(express.static(join(folder, "client"), { maxAge: "1h", index: false }));
  // Written by `npm run build`; not there when types are checked.
  const build = pathToFileURL(join(folder, "server", "index.js")).href;
  return { build: await import(build), assets };
}

async function developmentSite(): Promise<Site> {
  const vite = await (await import("vite")).createServer({ server: { middlewareMode: true } });
  return {
    build: () => vite.ssrLoadModule("virtual:remix/server-build") as ReturnType<Exclude<Site["build"], object>>,
    assets: vite.middlewares,
  };
}
