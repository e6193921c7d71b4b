import type { LoaderFunctionArgs, ServerBuild } from "@remix-run/node";
import { afterEach, describe, expect, it } from "vitest";
import { narrowBuild } from "../../../app/web/page-routes.server.ts";
import { serveApp, type ServedApp } from "../../helpers/serve-app.ts";
import { makeTestDeps } from "../../helpers/test-deps.ts";

let app: ServedApp | undefined;
afterEach(async () => {
  await app?.close();
  app = undefined;
});

type Module = ServerBuild["routes"][string]["module"];

/** Pages that stand in one another, whose text is what they were told. */
function buildPages(): ServerBuild {
  const page = (more: Partial<Module> = {}): Module => ({ default: () => null, loader: ({ params }: LoaderFunctionArgs) => ({ params }), ...more }) as Module;
  const routes: [id: string, parentId: string | undefined, path: string | undefined, module: Module][] = [
    ["root", undefined, "", page()],
    ["start", "root", undefined, page()],
    ["things", "root", "things", page()],
    ["things-index", "things", undefined, page()],
    ["thing", "things", ":thing", page({ action: async ({ request }) => ({ got: (await request.formData()).get("a") }) })],
    ["missing", "root", "missing", page({ loader: () => { throw new Response("not here", { status: 404 }); } })],
    ["broken", "root", "broken", page({ loader: () => { throw new Error("secret insides"); } })],
    ["rest", "root", "*", page({ loader: ({ params }) => { throw Response.json({ rest: params["*"] }, { status: 404 }); } })],
  ];
  const entries = routes.map(([id, parentId, path, module]) => [id, { id, parentId, path, index: path === undefined || undefined, module }]);
  return {
    entry: {
      module: {
        default: (_request: Request, status: number, _headers: Headers, { manifest, staticHandlerContext: { loaderData, actionData, errors } }: { manifest: { routes: object }; staticHandlerContext: { loaderData: object; actionData: object; errors: object } }) =>
          Response.json({ known: Object.keys(manifest.routes), loaderData, actionData, errors }, { status }),
        handleError: () => {},
      },
    },
    routes: Object.fromEntries(entries),
    assets: { entry: { imports: [], module: "" }, routes: Object.fromEntries(routes.map(([id, parentId, path]) => [id, { id, parentId, path, module: "", hasLoader: true }])), url: "", version: "1" },
    publicPath: "/",
    assetsBuildDirectory: "none",
    future: { v3_fetcherPersist: true, v3_relativeSplatPath: true, v3_throwAbortReason: true, v3_singleFetch: true, v3_lazyRouteDiscovery: true, v3_routeConfig: true, unstable_optimizeDeps: false },
    isSpaMode: false,
  } as unknown as ServerBuild;
}

interface Asked {
  method?: string;
  path: string;
  form?: string;
}

async function ask({ method = "GET", path, form }: Asked) {
  const response = await fetch(`${app?.url}${path}`, { method, redirect: "manual", ...(form === undefined ? {} : { body: form, headers: { "Content-Type": "application/x-www-form-urlencoded", Origin: app?.url ?? "" } }) });
  const text = await response.text();
  const isPage = response.headers.get("Content-Type")?.startsWith("application/json") && text.startsWith('{"known"');
  const { known = null, ...told } = isPage ? (JSON.parse(text) as { known: string[] }) : { told: text };
  return { known, answer: { status: response.status, type: response.headers.get("Content-Type"), ...told } };
}

describe("a page among few routes", () => {
  const asked: [string, Asked][] = [
    ["the first page", { path: "/" }],
    ["a page in another", { path: "/things/a?b=1" }],
    ["a page that others stand in", { path: "/things" }],
    ["data of a page", { path: "/things/a.data" }],
    ["data of some of its routes", { path: "/things/a.data?_routes=root%2Cthing" }],
    ["data of the first page", { path: "/_root.data" }],
    ["a form", { method: "POST", path: "/things/a", form: "a=1" }],
    ["a form by scripts", { method: "POST", path: "/things/a.data", form: "a=1" }],
    ["the head only", { method: "HEAD", path: "/things/a" }],
    ["a thrown answer", { path: "/missing" }],
    ["a fault", { path: "/broken" }],
    ["what no route knows", { path: "/nowhere/at/all" }],
    ["capitals and an end in a slash", { path: "/Things/A/" }],
    ["percent signs", { path: "/things/%C3%A4" }],
    ["routes that a browser does not know yet", { path: "/__manifest?p=%2Fthings%2Fa&version=1" }],
  ];
  it.each(asked)("is answered as with all routes: %s", async (_name, one) => {
    app = await serveApp(makeTestDeps(), async () => buildPages());
    const { answer: expected } = await ask(one);
    await app.close();
    app = await serveApp(makeTestDeps(), buildPages());
    expect((await ask(one)).answer).toEqual(expected);
    // The second one finds what the first one has made.
    expect((await ask(one)).answer).toEqual(expected);
  });

  it("tells the browser of the routes around it only", async () => {
    app = await serveApp(makeTestDeps(), buildPages());
    expect((await ask({ path: "/things/a" })).known?.toSorted()).toEqual(["root", "start", "thing", "things", "things-index"]);
    expect((await ask({ path: "/missing" })).known?.toSorted()).toEqual(["missing", "root", "start"]);
  });

  it("leaves the build as it is", () => {
    const build = buildPages();
    const before = Object.keys(build.routes);
    expect(Object.keys(narrowBuild(build, "thing").assets.routes)).toEqual(["root", "start", "things", "things-index", "thing"]);
    expect(Object.keys(build.routes)).toEqual(before);
  });
});
