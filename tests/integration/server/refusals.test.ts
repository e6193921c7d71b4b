import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, describe, expect, it } from "vitest";
import { parseSettings } from "../../../app/settings.server.ts";
import { buildOneRoute, serveApp, type ServedApp } from "../../helpers/serve-app.ts";
import { makeTestDeps } from "../../helpers/test-deps.ts";

let app: ServedApp;
let changes = 0;
afterEach(() => app.close());

async function serve(environment: Record<string, string> = {}) {
  changes = 0;
  const action = () => new Response(`changed ${(changes += 1)}`);
  app = await serveApp(makeTestDeps({ settings: parseSettings({ NODE_ENV: "production", ...environment }) }), buildOneRoute("thing", { action, loader: () => new Response("thing") }));
}

/** Sends bytes as they are and gives the first line of the answer. */
function sendRaw(text: string): Promise<string> {
  const { port, hostname } = new URL(app.url);
  return new Promise((resolve, reject) => {
    const socket = connect(Number(port), hostname, () => socket.write(text));
    socket.once("data", (chunk) => {
      socket.destroy();
      resolve(chunk.toString("latin1").split("\r\n")[0] ?? "");
    });
    socket.once("error", reject);
  });
}

describe("a request that changes something", () => {
  const send = (headers: Record<string, string>, method = "POST") => fetch(`${app.url}/thing`, { method, headers });

  it.each(["POST", "PUT", "PATCH", "DELETE"])("by %s from another site is refused, from this one taken", async (method) => {
    await serve();
    expect((await send({ Origin: "https://evil.example" }, method)).status).toBe(403);
    expect(changes).toBe(0);
    expect((await send({ Origin: app.url }, method)).status).toBe(200);
    expect(changes).toBe(1);
  });

  it.each<Record<string, string>>([
    { Origin: "null" },
    { Origin: "http://127.0.0.1" },
    { Origin: "http://127.0.0.1.evil.example" },
    { "Sec-Fetch-Site": "cross-site" },
    { "Sec-Fetch-Site": "same-site" },
  ])("with %o is refused", async (headers) => {
    await serve();
    const response = await send(headers);
    expect(response.status).toBe(403);
    expect(await response.text()).toContain("came from another site");
    expect(changes).toBe(0);
  });

  it("can't make another site its own by a forwarded host", async () => {
    await serve();
    expect((await send({ Origin: "http://evil.example", "X-Forwarded-Host": "evil.example" })).status).toBe(403);
  });

  it("is measured by the public address where there is one", async () => {
    await serve({ PUBLIC_URL: "https://learn.example", TRUST_PROXY: "1" });
    expect((await send({ Origin: "https://learn.example" })).status).toBe(200);
    expect((await send({ Origin: app.url })).status).toBe(403);
  });

  it("is measured by the forwarded host behind a proxy of ours", async () => {
    await serve({ TRUST_PROXY: "1" });
    expect((await send({ Origin: "https://learn.example", "X-Forwarded-Host": "learn.example", "X-Forwarded-Proto": "https" })).status).toBe(200);
  });
});

describe("a request that nobody expects", () => {
  it("has a method that is not known: 405", async () => {
    await serve();
    expect(await sendRaw("TRACE /thing HTTP/1.1\r\nHost: here\r\n\r\n")).toContain("405");
    expect(await sendRaw("PROPFIND /thing HTTP/1.1\r\nHost: here\r\n\r\n")).toContain("405");
  });

  it("has a host that is none: 400, not a fault of ours", async () => {
    await serve();
    expect(await sendRaw("GET /thing HTTP/1.1\r\nHost: a b<c\r\n\r\n")).toContain("400");
  });

  it("has headers without end: 431", async () => {
    await serve();
    expect(await sendRaw(`GET /thing HTTP/1.1\r\nHost: here\r\nX: ${"x".repeat(20_000)}\r\n\r\n`)).toContain("431");
  });

});

describe("assets", () => {
  it("are kept for a year; one that is not there is a 404 without insides", async () => {
    const folder = mkdtempSync(join(tmpdir(), "rung-assets-"));
    writeFileSync(join(folder, "page-abc123.js"), "export {};");
    app = await serveApp(makeTestDeps(), buildOneRoute("thing", {}), folder);
    const there = await fetch(`${app.url}/assets/page-abc123.js`);
    expect(there.headers.get("cache-control")).toBe("public, max-age=31536000, immutable");
    expect(await there.text()).toBe("export {};");
    const missing = await fetch(`${app.url}/assets/none.js`);
    expect(missing.status).toBe(404);
    expect(await missing.text()).toBe("There is nothing here.\n");
    rmSync(folder, { recursive: true });
  });
});
