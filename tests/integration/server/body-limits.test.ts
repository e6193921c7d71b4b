import { request as send } from "node:http";
import { afterEach, describe, expect, it } from "vitest";
import { bodyLimitBytes } from "../../../app/web/body-limits.server.ts";
import { makeTestDeps } from "../../helpers/test-deps.ts";
import { buildOneRoute, serveApp, type ServedApp } from "../../helpers/serve-app.ts";

let app: ServedApp;
afterEach(() => app.close());

const LIMIT = bodyLimitBytes("/form");

/** An address that stores what it was sent, as acts do. */
async function serveStore() {
  const stored: number[] = [];
  const action = async ({ request }: { request: Request }) => {
    const body = await request.text();
    stored.push(body.length);
    return new Response("stored");
  };
  app = await serveApp(makeTestDeps(), buildOneRoute("form", { action }));
  return stored;
}

/** Sends a body in pieces without announcing its length. */
function sendInPieces(url: string, pieces: number, pieceBytes: number): Promise<{ status: number; text: string }> {
  return new Promise((resolve, reject) => {
    const request = send(url, { method: "POST", headers: { "Transfer-Encoding": "chunked" } }, (response) => {
      let text = "";
      response.on("data", (chunk) => (text += chunk));
      response.on("end", () => resolve({ status: response.statusCode ?? 0, text }));
    });
    request.on("error", reject);
    for (let piece = 0; piece < pieces; piece += 1) request.write("x".repeat(pieceBytes));
    request.end();
  });
}

describe("an announced length", () => {
  it("within the limit is taken whole", async () => {
    const stored = await serveStore();
    const response = await fetch(`${app.url}/form`, { method: "POST", body: "x".repeat(LIMIT) });
    expect(response.status).toBe(200);
    expect(stored).toEqual([LIMIT]);
  });

  it("over the limit is refused with a sentence, and nothing is stored", async () => {
    const stored = await serveStore();
    const response = await fetch(`${app.url}/form`, { method: "POST", body: "x".repeat(LIMIT + 1) });
    expect(response.status).toBe(413);
    expect(await response.text()).toContain("That is too large: this page takes 64 KiB");
    expect(stored).toEqual([]);
  });
});

describe("a length that is not announced", () => {
  it("within the limit is taken whole", async () => {
    const stored = await serveStore();
    expect(await sendInPieces(`${app.url}/form`, 4, LIMIT / 4)).toEqual({ status: 200, text: "stored" });
    expect(stored).toEqual([LIMIT]);
  });

  it("is counted: over the limit is refused, and no shortened body is stored", async () => {
    const stored = await serveStore();
    const { status, text } = await sendInPieces(`${app.url}/form`, 8, LIMIT / 4);
    expect(status).toBe(413);
    expect(text).toContain("That is too large");
    expect(stored).toEqual([]);
  });

  it("of 40 MiB leaves the server well", async () => {
    await serveStore();
    await sendInPieces(`${app.url}/form`, 40, 1024 * 1024).catch(() => null);
    const health = await fetch(`${app.url}/health`);
    expect(await health.json()).toEqual({ status: "ok" });
  });
});

describe("limits by path", () => {
  it("are larger for hand-ins and course files than for forms", async () => {
    await serveStore();
    expect(bodyLimitBytes("/sign-in")).toBe(64 * 1024);
    expect(bodyLimitBytes("/courses/a/b/c/submit")).toBe(1536 * 1024);
    expect(bodyLimitBytes("/teach/a/files")).toBe(4096 * 1024);
  });
});
