import { Writable } from "node:stream";
import { pino } from "pino";
import { afterEach, describe, expect, it } from "vitest";
import { buildOneRoute, serveApp, type ServedApp } from "../../helpers/serve-app.ts";
import { doubleSandbox, gradeResult, makeTestDeps } from "../../helpers/test-deps.ts";

let app: ServedApp;
afterEach(() => app.close());

function collectLog() {
  const lines: string[] = [];
  const stream = new Writable({
    write(chunk: Buffer, _encoding, done) {
      lines.push(chunk.toString("utf8"));
      done();
    },
  });
  return { lines, log: pino({ base: null }, stream) };
}

describe("the log", () => {
  it("has one JSON line a request, with the id that the answer carries and nothing that is secret", async () => {
    const { lines, log } = collectLog();
    app = await serveApp(makeTestDeps({ log }), buildOneRoute("thing", { action: () => new Response("done") }));
    const response = await fetch(`${app.url}/thing?token=secret-in-query`, {
      method: "POST",
      headers: { Cookie: "rung=secret-in-cookie", Authorization: "Bearer secret-in-header", "User-Agent": "secret-agent" },
      body: "password=secret-in-body",
    });
    await response.text();
    await expect.poll(() => lines.length).toBe(1);
    const [line = ""] = lines;
    expect(line.indexOf("\n")).toBe(line.length - 1);
    expect(JSON.parse(line)).toMatchObject({ requestId: response.headers.get("x-request-id"), method: "POST", path: "/thing", status: 200, durationMs: expect.any(Number) });
    expect(line).not.toContain("secret");
  });

  it("keeps the cause of a fault that the person sees as a sentence only", async () => {
    const { lines, log } = collectLog();
    const deps = makeTestDeps({ log, sessions: { ...makeTestDeps().sessions, readSession: () => Promise.reject(new Error("the inner cause")) } });
    app = await serveApp(deps, buildOneRoute("thing", {}));
    const response = await fetch(`${app.url}/thing`);
    expect(response.status).toBe(500);
    expect(await response.text()).toBe("Something broke here. It is our fault, and it was noted. Try again in a moment.\n");
    await expect.poll(() => lines.length).toBe(2);
    expect(lines[0]).toContain("the inner cause");
    expect(lines[0]).toContain(response.headers.get("x-request-id"));
  });
});

describe("/health", () => {
  it("is 200 while the database answers, and 503 when it does not", async () => {
    const deps = makeTestDeps();
    app = await serveApp(deps, buildOneRoute("thing", {}));
    expect((await fetch(`${app.url}/health`)).status).toBe(200);
    deps.db.close();
    const response = await fetch(`${app.url}/health`);
    expect(response.status).toBe(503);
    expect(await response.json()).toEqual({ status: "database" });
  });
});

describe("/ready", () => {
  it("is 200 when a worker can take a run", async () => {
    app = await serveApp(makeTestDeps(), buildOneRoute("thing", {}));
    const response = await fetch(`${app.url}/ready`);
    expect(response.status).toBe(200);
    expect(await response.json()).toMatchObject({ status: "ok", sandbox: { workers: 1 } });
  });

  it("is 503 when grading is refused, and when no worker comes up in time", async () => {
    const double = doubleSandbox(() => gradeResult());
    app = await serveApp(makeTestDeps({ sandbox: { ...double, ready: () => Promise.reject(new Error("too old")) } }), buildOneRoute("thing", {}));
    expect((await fetch(`${app.url}/ready`)).status).toBe(503);
    await app.close();
    app = await serveApp(makeTestDeps({ sandbox: { ...double, ready: () => new Promise(() => {}) } }), buildOneRoute("thing", {}));
    expect((await fetch(`${app.url}/ready`)).status).toBe(503);
  });
});
