import { request } from "node:http";
import type { ServerBuild } from "@remix-run/node";
import { matchRoutes, type AgnosticDataRouteObject } from "@remix-run/router";
import { afterEach, describe, expect, it } from "vitest";
import { eventStream } from "../../../app/web/event-stream.server.ts";
import { createRouteFinder } from "../../../app/web/route-pattern.server.ts";
import { buildOneRoute, loadRealBuild, serveApp, type ServedApp } from "../../helpers/serve-app.ts";
import { makeTestDeps } from "../../helpers/test-deps.ts";

type Module = Parameters<typeof buildOneRoute>[1];
let app: ServedApp | undefined;
afterEach(async () => {
  await app?.close();
  app = undefined;
});

const serve = async (module: Module, path = "things/:thing/do") => (app = await serveApp(makeTestDeps(), buildOneRoute(path, module)));
/** The same site where Remix answers everything, as in development. */
const serveByRemix = async (module: Module) => (app = await serveApp(makeTestDeps(), async () => buildOneRoute("things/:thing/do", module)));

interface Asked {
  method: string;
  path: string;
  body?: string;
  type?: string;
}

/** Without what is new each time, and how the answer was packed: a short one is not, and does not depend on who asks. */
async function ask({ method, path, body, type }: Asked) {
  const response = await fetch(`${app?.url}${path}`, { method, redirect: "manual", ...(body === undefined ? {} : { body, headers: { "Content-Type": type ?? "application/json" } }) });
  const { "x-request-id": _id, date: _date, "content-security-policy": _nonce, "content-length": _length, "transfer-encoding": _transfer, "content-encoding": _packed, vary: _packing, ...headers } = Object.fromEntries(response.headers);
  return { status: response.status, statusText: response.statusText, headers, text: await response.text() };
}

describe("a route without a page", () => {
  const answers: [string, Module, Asked][] = [
    ["an answer of JSON", { loader: ({ params }) => Response.json({ thing: params["thing"] }, { status: 202, headers: { "X-Own": "1" } }) }, { method: "GET", path: "/things/a/do?now" }],
    ["a long answer", { loader: () => Response.json("long ".repeat(1_000)) }, { method: "GET", path: "/things/a/do" }],
    ["a long text", { loader: () => new Response("long ".repeat(1_000), { headers: { "Content-Type": "text/plain" } }) }, { method: "GET", path: "/things/a/do" }],
    ["a body of bytes", { action: async ({ request: asked }) => new Response([...new Uint8Array(await asked.arrayBuffer())].join(" ")) }, { method: "POST", path: "/things/a/do", body: "äb" }],
    ["what else is known of a request", { loader: ({ request: asked }) => Response.json([asked.headers.get("accept"), asked.bodyUsed, asked.body, asked.signal.aborted, asked.clone().url === asked.url]) }, { method: "GET", path: "/things/a/do" }],
    ["events", { loader: () => eventStream((async function* () { yield 1; yield { two: 2 }; })(), new AbortController()) }, { method: "GET", path: "/things/a/do" }],
    ["the head of events", { loader: () => eventStream((async function* () { yield 1; })(), new AbortController()) }, { method: "HEAD", path: "/things/a/do" }],
    ["an action's body of JSON", { action: async ({ request: asked }) => Response.json(await asked.json()) }, { method: "POST", path: "/things/a/do", body: '\uFEFF{"a":["ä",1]}' }],
    ["a body that is no JSON", { action: async ({ request: asked }) => new Response(await asked.json().catch(() => "no JSON")) }, { method: "POST", path: "/things/a/do", body: "{" }],
    ["a form", { action: async ({ request: asked }) => new Response(String((await asked.formData()).get("a"))) }, { method: "POST", path: "/things/a/do", body: "a=1", type: "application/x-www-form-urlencoded" }],
    ["a form of many signs", { action: async ({ request: asked }) => Response.json([...(await asked.formData())]) }, { method: "POST", path: "/things/a/do", body: "a=%C3%A4+%26&a=2&b=&%F0%9F%98%80=x%0D%0Ay&c", type: "application/x-www-form-urlencoded; charset=UTF-8" }],
    ["a form that is read two times", { action: async ({ request: asked }) => Response.json([[...(await asked.clone().formData())], [...(await asked.formData())]]) }, { method: "POST", path: "/things/a/do", body: "a=1", type: "application/x-www-form-urlencoded" }],
    ["a form that is none", { action: async ({ request: asked }) => new Response(await asked.formData().then(String, (error: Error) => error.name)) }, { method: "POST", path: "/things/a/do", body: "{}" }],
    ["a form of nothing", { action: async ({ request: asked }) => Response.json([...(await asked.formData())]) }, { method: "POST", path: "/things/a/do", body: "", type: "application/x-www-form-urlencoded" }],
    ["where a form leads", { action: async ({ request: asked }) => { await asked.formData(); return new Response(null, { status: 302, headers: { Location: "/there" } }); } }, { method: "POST", path: "/things/a/do", body: "a=1", type: "application/x-www-form-urlencoded" }],
    ["a thrown answer", { loader: () => { throw new Response("not here", { status: 404, statusText: "Not Found" }); } }, { method: "GET", path: "/things/a/do" }],
    ["a thrown redirect", { loader: () => { throw new Response(null, { status: 302, headers: { Location: "/sign-in" } }); } }, { method: "GET", path: "/things/a/do" }],
    ["several cookies", { loader: () => new Response(null, { status: 204, headers: [["Set-Cookie", "a=1"], ["Set-Cookie", "b=2"]] }) }, { method: "GET", path: "/things/a/do" }],
    ["a question for the head only", { loader: () => new Response("long", { headers: { "X-Own": "1" } }) }, { method: "HEAD", path: "/things/a/do" }],
    ["a method that it does not know", { loader: () => new Response("read") }, { method: "POST", path: "/things/a/do", body: "{}" }],
    ["an address with percent signs", { loader: ({ params }) => new Response(params["thing"]) }, { method: "GET", path: "/things/%C3%A4/do" }],
    ["an address in capitals", { loader: ({ params }) => new Response(params["thing"]) }, { method: "GET", path: "/Things/B/do/" }],
    ["the address that it sees", { loader: ({ request: asked }) => new Response(`${asked.method} ${new URL(asked.url).pathname}${new URL(asked.url).search} ${asked.headers.get("accept")}`) }, { method: "GET", path: "/things/a.b/do?x=1" }],
  ];
  it.each(answers)("gives %s as Remix does", async (_name, module, asked) => {
    await serveByRemix(module);
    const expected = await ask(asked);
    await app?.close();
    await serve(module);
    expect(await ask(asked)).toEqual(expected);
  });

  it("is packed when it is long, and only then", async () => {
    await serve({ loader: ({ params }) => Response.json("long ".repeat(params["thing"] === "long" ? 1_000 : 1)) });
    const packings = await Promise.all(["long", "short"].map(async (thing) => (await fetch(`${app?.url}/things/${thing}/do`)).headers.get("content-encoding")));
    expect(packings).toEqual(["gzip", null]);
  });

  it("tells events as they come, the head with the first, and ends for whoever leaves", async () => {
    let tell: (event: string) => void = () => {};
    const left = new AbortController();
    await serve({
      loader: ({ request: asked }) => {
        asked.signal.addEventListener("abort", () => left.abort());
        return eventStream((async function* () {
          while (!left.signal.aborted) yield await new Promise<string>((resolve) => (tell = resolve));
        })(), left);
      },
    });
    const leaving = new AbortController();
    const asking = fetch(`${app?.url}/things/a/do`, { signal: leaving.signal });
    await expect.poll(() => (tell("one"), Promise.race([asking.then(() => true), new Promise((resolve) => setTimeout(resolve, 50, false))]))).toBe(true);
    const reader = (await asking).body?.pipeThrough(new TextDecoderStream()).getReader();
    expect((await reader?.read())?.value).toBe('retry: 1000\n\ndata: "one"\n\n');
    tell("two");
    expect((await reader?.read())?.value).toBe('data: "two"\n\n');
    leaving.abort();
    await expect.poll(() => left.signal.aborted).toBe(true);
  });

  it("says nothing of a fault but that there is one, and tells the log", async () => {
    const build = buildOneRoute("things/:thing/do", { loader: () => { throw new Error("secret insides"); } });
    const noted: unknown[] = [];
    build.entry.module.handleError = (error) => void noted.push(error);
    app = await serveApp(makeTestDeps(), build);
    const { status, statusText, text } = await ask({ method: "GET", path: "/things/a/do" });
    expect({ status, statusText, text }).toEqual({ status: 500, statusText: "Internal Server Error", text: "Unexpected Server Error" });
    expect(noted).toEqual([new Error("secret insides")]);
  });

  it("hears that its client has gone, and not that its answer was taken", async () => {
    const heard: string[] = [];
    const { promise: hasGone, resolve } = Promise.withResolvers<void>();
    const { promise: isIn, resolve: enter } = Promise.withResolvers<void>();
    await serve({
      loader: async ({ request: asked, params }) => {
        asked.signal.addEventListener("abort", () => (heard.push(params["thing"] ?? ""), resolve()));
        if (params["thing"] === "slow") {
          enter();
          await hasGone;
        }
        return new Response("done");
      },
    });
    expect((await ask({ method: "GET", path: "/things/quick/do" })).text).toBe("done");
    const leaving = request(`${app?.url}/things/slow/do`).once("error", () => {});
    leaving.end();
    await isIn;
    leaving.destroy();
    await hasGone;
    expect(heard).toEqual(["slow"]);
  });

  it("sends a stream as it comes", async () => {
    let push: (text: string) => void = () => {};
    let end = () => {};
    await serve({
      loader: () => new Response(new ReadableStream({
        start(controller) {
          push = (text) => controller.enqueue(new TextEncoder().encode(text));
          end = () => controller.close();
        },
      }), { headers: { "Content-Type": "text/event-stream; charset=utf-8", "Cache-Control": "no-cache, no-transform" } }),
    });
    const response = await fetch(`${app?.url}/things/a/do`);
    const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
    push("data: 1\n\n");
    expect((await reader?.read())?.value).toBe("data: 1\n\n");
    push("data: 2\n\n");
    expect((await reader?.read())?.value).toBe("data: 2\n\n");
    end();
    expect((await reader?.read())?.done).toBe(true);
  });
});

describe("the way to a route", () => {
  it("is the router's own at every address of the real pages", async () => {
    const build = await loadRealBuild();
    const find = createRouteFinder(build);
    const top = Object.values(build.routes).filter((route) => route !== undefined);
    const childrenOf = (parentId: string | undefined): AgnosticDataRouteObject[] => top.filter((route) => route.parentId === parentId).map(({ id, path, index }) => (index ? { id, index } : { id, path, children: childrenOf(id) }));
    const tree = childrenOf(undefined);
    for (const address of listAddresses(build)) {
      const branch = matchRoutes(tree, address);
      const leaf = branch?.at(-1);
      const found = find(address);
      expect(`${address} ${found?.route?.id ?? leaf?.route.id}`).toBe(`${address} ${leaf?.route.id}`);
      if (found?.route) expect(found.params).toEqual(leaf?.params);
    }
  }, 300_000);
});

/** One address of each pattern, and some with a part more, a part less, or a word of another pattern for a parameter. */
function listAddresses(build: ServerBuild): string[] {
  const words = new Set<string>(["other"]);
  const patterns: string[][] = [];
  for (const route of Object.values(build.routes)) {
    if (!route) continue;
    const parts: string[] = [];
    for (let one: ServerBuild["routes"][string] | undefined = route; one; one = one.parentId === undefined ? undefined : build.routes[one.parentId]) if (one.path) parts.unshift(...one.path.split("/"));
    patterns.push(parts);
    for (const part of parts) if (/^\w/.test(part)) words.add(part);
  }
  const fill = (parts: readonly string[], word: string) => `/${parts.map((part) => (part === "*" ? `${word}/deep` : part.startsWith(":") ? word : part)).join("/")}`;
  return [...new Set(patterns.flatMap((parts) => [...words].flatMap((word) => [fill(parts, word), fill(parts.slice(0, -1), word), fill([...parts, "more"], word)])))];
}
