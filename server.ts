/** The web server of an installation: settings, wiring, express, and a calm end. */
import { existsSync, readdirSync } from "node:fs";
import { createServer, type Server, type ServerResponse } from "node:http";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import express from "express";
import type { Wiring } from "./app/deps.server.ts";
import { keepPace, type PaceKeeper } from "./app/features/reminders/keep-pace.server.ts";
import type { Settings } from "./app/settings.server.ts";
import type { Site } from "./app/web/create-app.server.ts";
import { createApp } from "./app/web/create-app.server.ts";
import { precompressed } from "./app/web/precompressed.server.ts";
import { createMailer } from "./app/web/mailer.server.ts";
import { createWiring } from "./app/wiring.server.ts";

const BUILD_FOLDER = fileURLToPath(new URL("./build", import.meta.url));
/** How long requests may go on after the server was told to stop; open event streams would hold it for ever. */
const STOP_PATIENCE_MS = 3_000;

/** Why the server does not start; `message` is a sentence for the person at the terminal. */
export class StartProblem extends Error {
  override name = "StartProblem";
}

export interface RunningServer {
  /** Where it answers, e.g. `http://localhost:3000`. */
  url: string;
  /** Stops listening, lets requests and running grades end, then closes everything. May be called twice. */
  stop(): Promise<void>;
}

export interface ServerOptions {
  /** Opened already, e.g. to seed it; by default what the settings say is opened. Closed by `stop`, or when the start fails. */
  wiring?: Wiring;
  /** Where `npm run build` wrote the pages. */
  buildFolder?: string;
}

/**
 * Opens everything and listens.
 * @throws SettingsProblem, DatabaseProblem or StartProblem: a sentence about what is wrong and what to do
 */
export async function startServer(settings: Settings, options: ServerOptions = {}): Promise<RunningServer> {
  const wiring = options.wiring ?? (await createWiring(settings));
  const server = createServer({ headersTimeout: 10_000, requestTimeout: 60_000, connectionsCheckingInterval: 2_000 });
  try {
    const site = settings.NODE_ENV === "development" ? await developmentSite(server) : await builtSite(options.buildFolder ?? BUILD_FOLDER);
    server.on("request", createApp(wiring, site));
    await listen(server, settings);
    return { url: `http://${formatHost(settings.HOST)}:${portOf(server, settings)}`, stop: stopOnce(server, wiring, keepPace(wiring, createMailer(settings))) };
  } catch (error) {
    await wiring.close();
    throw error;
  }
}

function listen(server: Server, { HOST, PORT }: Settings): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once("error", (error: NodeJS.ErrnoException) => reject(explainListenError(error, HOST, PORT)));
    server.listen(PORT, HOST, resolve);
  });
}

function explainListenError(error: NodeJS.ErrnoException, host: string, port: number): Error {
  const cause = { cause: error };
  if (error.code === "EADDRINUSE") return new StartProblem(`Port ${port} is in use: stop what uses it, or choose another one, e.g. PORT=${port + 1} npm start.`, cause);
  if (error.code === "EACCES") return new StartProblem(`Port ${port} is not open to this user: choose one above 1023, e.g. PORT=3000 npm start.`, cause);
  if (error.code === "EADDRNOTAVAIL" || error.code === "ENOTFOUND") return new StartProblem(`HOST=${host} is no address of this machine: use localhost, or 0.0.0.0 for all.`, cause);
  return error;
}

function portOf(server: Server, settings: Settings): number {
  const address = server.address();
  return typeof address === "object" && address ? address.port : settings.PORT;
}

function formatHost(host: string): string {
  return host.includes(":") ? `[${host}]` : host;
}

function stopOnce(server: Server, wiring: Wiring, pace: PaceKeeper): () => Promise<void> {
  let stopping: Promise<void> | null = null;
  async function stop() {
    const closed = new Promise((resolve) => server.close(resolve));
    server.closeIdleConnections();
    const patience = setTimeout(() => server.closeAllConnections(), STOP_PATIENCE_MS);
    await closed;
    clearTimeout(patience);
    await pace.close();
    await wiring.close();
  }
  return () => (stopping ??= stop());
}

async function builtSite(folder: string): Promise<Site> {
  const build = join(folder, "server", "index.js");
  if (!existsSync(build)) throw new StartProblem("The pages are not built yet: run npm run build, or npm start, which does it when needed.");
  const assets = express.Router();
  // Browsers ask for the service worker to learn whether the pages have changed: an old one would hide them.
  const setHeaders = (response: ServerResponse, path: string) => path.endsWith("service-worker.js") && response.setHeader("Cache-Control", "no-cache");
  const files = express.static(join(folder, "client"), { maxAge: "1h", index: false, setHeaders });
  assets.use("/assets", precompressed(join(folder, "client", "assets")), express.static(join(folder, "client", "assets"), { immutable: true, maxAge: "1y", fallthrough: false }));
  // Only what is there is looked for: else each page and each event stream would ask the disk for a file of its name.
  const client = join(folder, "client");
  const others = (existsSync(client) ? readdirSync(client) : []).map((name) => `/${name}`);
  assets.use((request, response, next) => (others.some((path) => request.path === path || request.path.startsWith(`${path}/`)) ? files(request, response, next) : next()));
  return { build: await import(pathToFileURL(build).href), assets };
}

async function developmentSite(server: Server): Promise<Site> {
  const vite = await (await import("vite")).createServer({ server: { middlewareMode: true, hmr: { server } } });
  server.on("close", () => void vite.close());
  return {
    build: () => vite.ssrLoadModule("virtual:remix/server-build") as ReturnType<Exclude<Site["build"], object>>,
    assets: vite.middlewares,
  };
}
