import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { connect, type AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Wiring } from "../../../app/deps.server.ts";
import { parseSettings } from "../../../app/settings.server.ts";
import { startServer, type RunningServer } from "../../../server.ts";
import { makeTestDeps } from "../../helpers/test-deps.ts";

let folder: string;
let closed: number;

beforeEach(() => {
  closed = 0;
  folder = mkdtempSync(join(tmpdir(), "rung-build-"));
  mkdirSync(join(folder, "server"));
  // Two addresses: a stream that never ends by itself, and an answer that takes half a second.
  writeFileSync(
    join(folder, "server", "index.js"),
    `export const entry = { module: { default: () => new Response("no page") } };
     const route = (id, loader) => ({ [id]: { id, path: id, module: { loader } } });
     const stream = () => new Response(new ReadableStream({ start: (c) => c.enqueue(new TextEncoder().encode("data: begun\\n\\n")) }), { headers: { "Content-Type": "text/event-stream", "Cache-Control": "no-cache, no-transform" } });
     const slow = () => new Promise((resolve) => setTimeout(() => resolve(new Response("whole")), 500));
     export const routes = { ...route("stream", stream), ...route("slow", slow) };
     export const assets = { entry: { imports: [], module: "" }, routes: {}, url: "", version: "1" };
     export const publicPath = "/", assetsBuildDirectory = "none", isSpaMode = false;
     export const future = { v3_singleFetch: true, v3_relativeSplatPath: true, v3_throwAbortReason: true };`,
  );
});
afterEach(() => rmSync(folder, { recursive: true }));

function makeWiring(): Wiring {
  const deps = makeTestDeps();
  return {
    ...deps,
    close: async () => {
      closed += 1;
      deps.db.close();
    },
  };
}

const settings = parseSettings({ NODE_ENV: "test", PORT: "0", HOST: "127.0.0.1" });
const start = (): Promise<RunningServer> => startServer(settings, { wiring: makeWiring(), buildFolder: folder });

describe("stopping", () => {
  it("lets a request end, and answers no new one", async () => {
    const server = await start();
    const answer = fetch(`${server.url}/slow`);
    await new Promise((resolve) => setTimeout(resolve, 100));
    const stopped = server.stop();
    expect(await (await answer).text()).toBe("whole");
    await stopped;
    expect(closed).toBe(1);
    await expect(fetch(`${server.url}/slow`)).rejects.toThrow("fetch failed");
  });

  it("waits three seconds for open event streams and no longer; twice is once", async () => {
    const server = await start();
    const response = await fetch(`${server.url}/stream`);
    const reader = response.body?.getReader();
    expect(new TextDecoder().decode((await reader?.read())?.value)).toBe("data: begun\n\n");
    const startedAt = performance.now();
    const streamEnded = reader?.read().catch(() => "cut");
    await Promise.all([server.stop(), server.stop()]);
    expect(performance.now() - startedAt).toBeLessThan(4_500);
    expect(await streamEnded).toBe("cut");
    expect(closed).toBe(1);
  });
});

describe("starting", () => {
  it("on a port in use says so in a sentence and closes what it opened", async () => {
    const other = createServer();
    await new Promise<void>((resolve) => other.listen(0, "127.0.0.1", resolve));
    const { port } = other.address() as AddressInfo;
    const attempt = startServer({ ...settings, PORT: port }, { wiring: makeWiring(), buildFolder: folder });
    await expect(attempt).rejects.toThrow(`Port ${port} is in use: stop what uses it, or choose another one, e.g. PORT=${port + 1} npm start.`);
    expect(closed).toBe(1);
    other.close();
  });

  it("on an address of another machine says so", async () => {
    await expect(startServer({ ...settings, HOST: "192.0.2.1" }, { wiring: makeWiring(), buildFolder: folder })).rejects.toThrow("HOST=192.0.2.1 is no address of this machine");
  });

  it("without built pages says how to build them", async () => {
    await expect(startServer(settings, { wiring: makeWiring(), buildFolder: join(folder, "none") })).rejects.toThrow("The pages are not built yet: run npm run build");
    expect(closed).toBe(1);
  });
});

describe("a client that sends its headers without end", () => {
  it("is cut off after ten seconds while others are served", async () => {
    const server = await start();
    const { port } = new URL(server.url);
    const startedAt = performance.now();
    const socket = connect(Number(port), "127.0.0.1", () => socket.write("GET /slow HTTP/1.1\r\nHost: here\r\n"));
    const drip = setInterval(() => socket.write("X-More: 1\r\n"), 1_000);
    socket.on("error", () => {});
    const answer = await new Promise<string>((resolve) => {
      let text = "";
      socket.on("data", (chunk) => (text += chunk.toString("latin1")));
      socket.on("close", () => resolve(text));
    });
    clearInterval(drip);
    expect(answer).toContain("408");
    expect(performance.now() - startedAt).toBeLessThan(14_000);
    expect(await (await fetch(`${server.url}/slow`)).text()).toBe("whole");
    await server.stop();
  });
});
