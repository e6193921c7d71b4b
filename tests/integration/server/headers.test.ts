import { afterEach, describe, expect, it } from "vitest";
import { parseSettings } from "../../../app/settings.server.ts";
import { createSessionKeeper } from "../../../app/web/session-keeper.server.ts";
import { buildOneRoute, serveApp, type ServedApp } from "../../helpers/serve-app.ts";
import { insertTestUser, makeTestDeps } from "../../helpers/test-deps.ts";

let app: ServedApp;
afterEach(() => app.close());

async function serve(environment: Record<string, string> = {}, loader: () => unknown = () => new Response("here")) {
  app = await serveApp(makeTestDeps({ settings: parseSettings({ NODE_ENV: "production", ...environment }) }), buildOneRoute("here", { loader }));
}

function readPolicy(response: Response): Map<string, string> {
  const policy = response.headers.get("content-security-policy") ?? "";
  return new Map(policy.split(";").map((part) => part.trim().split(/ (.*)/) as [string, string]));
}

describe("the content security policy", () => {
  it("takes scripts from here and by a nonce that is new each time, and nothing that is evaluated", async () => {
    await serve();
    const policies = await Promise.all([1, 2].map(async () => readPolicy(await fetch(`${app.url}/here`))));
    const scripts = policies.map((policy) => policy.get("script-src") ?? "");
    for (const script of scripts) expect(script).toMatch(/^'self' 'nonce-[A-Za-z0-9+/]{22}=='$/);
    expect(scripts[0]).not.toBe(scripts[1]);
    expect(policies[0]?.get("default-src")).toBe("'self'");
    expect(policies[0]?.get("object-src")).toBe("'none'");
    expect(policies[0]?.get("base-uri")).toBe("'none'");
    expect(policies[0]?.get("form-action")).toBe("'self'");
    expect(policies[0]?.get("frame-ancestors")).toBe("'none'");
    expect(JSON.stringify([...(policies[0] ?? [])])).not.toMatch(/unsafe-eval|blob:|https?:/);
  });
});

describe("the frame of the live preview", () => {
  it("is an origin of its own that loads nothing from anywhere, also when it is opened by itself", async () => {
    await serve();
    const response = await fetch(`${app.url}/lab-preview`);
    const policy = readPolicy(response);
    expect(response.status).toBe(200);
    expect(response.headers.get("content-security-policy")?.match(/default-src/g), "one policy, not the site's besides").toHaveLength(1);
    expect(policy.get("sandbox")).toBe("allow-scripts allow-forms");
    expect(policy.get("default-src")).toBe("'none'");
    expect(policy.get("form-action")).toBe("'none'");
    expect(policy.get("frame-ancestors")).toBe("'self'");
    expect([...policy.values()].join(" ")).not.toMatch(/allow-same-origin|unsafe-eval|https?:|connect-src|\*/);
    expect(response.headers.get("set-cookie")).toBeNull();
    expect(response.headers.get("x-frame-options")).toBeNull();
  });

  it("is the same for everybody and takes nothing from its address", async () => {
    await serve();
    const [plain, asked] = await Promise.all(["/lab-preview", "/lab-preview?page=<script>alert(1)</script>"].map(async (path) => (await fetch(`${app.url}${path}`)).text()));
    expect(asked).toBe(plain);
  });
});

describe("headers of an answer", () => {
  it("keep browsers from guessing types, framing and remembering", async () => {
    await serve();
    const { headers } = await fetch(`${app.url}/here`);
    expect(headers.get("x-content-type-options")).toBe("nosniff");
    expect(headers.get("x-frame-options")).toBe("DENY");
    expect(headers.get("referrer-policy")).toBe("same-origin");
    expect(headers.get("cross-origin-opener-policy")).toBe("same-origin");
    expect(headers.get("cache-control")).toBe("no-store");
    expect(headers.get("x-powered-by")).toBeNull();
    expect(headers.get("x-request-id")).toMatch(/^[0-9a-f-]{36}$/);
  });

  it("leave a page its own word on caching", async () => {
    await serve({}, () => new Response("picture", { headers: { "Cache-Control": "private, max-age=60" } }));
    expect((await fetch(`${app.url}/here`)).headers.get("cache-control")).toBe("private, max-age=60");
  });

  it("ask for https for good only where the site is reached by https", async () => {
    await serve();
    expect((await fetch(`${app.url}/here`)).headers.get("strict-transport-security")).toBeNull();
    await app.close();
    await serve({ PUBLIC_URL: "https://learn.example" });
    expect((await fetch(`${app.url}/here`)).headers.get("strict-transport-security")).toBe("max-age=31536000; includeSubDomains");
  });
});

describe("the session's cookie", () => {
  async function cookieOf(secure: boolean): Promise<string> {
    const deps = makeTestDeps();
    app = await serveApp(deps, buildOneRoute("here", {}));
    await insertTestUser(deps, "somebody");
    return createSessionKeeper(deps.db, { secure }).begin("somebody");
  }

  it("is out of reach for scripts and other sites", async () => {
    const cookie = await cookieOf(false);
    expect(cookie).toMatch(/^rung=[a-z0-9]{40};/);
    expect(cookie).toContain("HttpOnly");
    expect(cookie).toContain("SameSite=Lax");
    expect(cookie).toContain("Path=/");
    expect(cookie).not.toContain("Secure");
  });

  it("goes over https only, bound to this host, where the site is reached by https", async () => {
    const cookie = await cookieOf(true);
    expect(cookie).toMatch(/^__Host-rung=/);
    expect(cookie).toContain("Secure");
    expect(cookie).not.toContain("Domain");
  });
});

describe("compression", () => {
  const text = "All work and no play. ".repeat(500);

  it("is what the browser asks for", async () => {
    await serve({}, () => new Response(text, { headers: { "Content-Type": "text/plain" } }));
    for (const encoding of ["br", "gzip"]) {
      const response = await fetch(`${app.url}/here`, { headers: { "Accept-Encoding": encoding } });
      expect(response.headers.get("content-encoding")).toBe(encoding);
      expect(await response.text()).toBe(text);
    }
  });

  it("stays away from event streams, which it would hold back", async () => {
    await serve({}, () => new Response(text, { headers: { "Content-Type": "text/event-stream", "Cache-Control": "no-cache, no-transform" } }));
    const response = await fetch(`${app.url}/here`, { headers: { "Accept-Encoding": "br" } });
    expect(response.headers.get("content-encoding")).toBeNull();
    expect(response.headers.get("cache-control")).toBe("no-cache, no-transform");
    await response.text();
  });
});
