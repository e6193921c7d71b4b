import { decode } from "turbo-stream";
import { describe, expect, it } from "vitest";
import { encodeReload, isReadable, parseFrom, readAsked } from "../../../app/features/offline/offline-rules.ts";

const origin = "https://rung.example";
const asked = (path: string, { method = "GET", mode = "cors", destination = "" } = {}) => readAsked({ method, mode, destination, url: new URL(path, origin), origin }).kind;
const headers = (given: Record<string, string> = {}) => new Headers({ "X-Rung-Person": "tag", "X-Rung-Readable-Offline": "yes", ...given });

describe("what the service worker does with a request", () => {
  it.each([
    ["/assets/root-abc.js", {}, "asset"],
    ["/__manifest?p=/today", {}, "routes"],
    ["/courses/a/b/c", { mode: "navigate" }, "page"],
    ["/teach/a", { mode: "navigate" }, "page"],
    ["/offline?from=/x", { mode: "navigate" }, "offline-page"],
    ["/courses/a/b/c.data", {}, "page-data"],
    ["/courses/a/b/c/assets/boxes.svg", { destination: "image" }, "picture"],
    ["/courses/a/b/c/draft", {}, "other"],
    ["/submissions/a/events", {}, "other"],
    ["/courses/a/b/c", { method: "POST", mode: "navigate" }, "other"],
    ["/courses/a/b/c.data", { method: "POST" }, "other"],
    ["https://elsewhere.example/assets/x.js", {}, "other"],
  ])("%s %o: %s", (path, how, kind) => expect(asked(path, how)).toBe(kind));
});

describe("what may be kept", () => {
  const answer = { status: 200, redirected: false, headers: headers() };
  it("is a page that the server marked, for a person, at an activity's address", () => expect(isReadable("/courses/a/b/c", answer)).toBe(true));
  it.each([
    ["no mark", "/courses/a/b/c", { ...answer, headers: new Headers({ "X-Rung-Person": "tag" }) }],
    ["nobody signed in", "/courses/a/b/c", { ...answer, headers: headers({ "X-Rung-Person": "none" }) }],
    ["an error", "/courses/a/b/c", { ...answer, status: 403 }],
    ["another page's answer", "/courses/a/b/c", { ...answer, redirected: true }],
    ["a page of teaching", "/teach/a", answer],
    ["a review", "/review/a", answer],
    ["a submission", "/submissions/a", answer],
  ])("is nothing with %s", (_why, path, given) => expect(isReadable(path, given)).toBe(false));
});

it("an address to try again is one of this site", () => {
  expect(["/courses", "//elsewhere", "/\\elsewhere", "https://x", "javascript:1", null].map(parseFrom)).toEqual(["/courses", null, null, null, null, null]);
});

it("a page's script reads the answer that makes it load a document as Remix means it", async () => {
  const body = new Response(encodeReload('/courses/a"b')).body as ReadableStream<Uint8Array>;
  const { value } = await decode(body, { plugins: [(type, ...rest) => (type === "SingleFetchRedirect" ? { value: rest[0] } : undefined)] });
  expect(value).toEqual({ redirect: '/courses/a"b', status: 302, revalidate: false, reload: true, replace: false });
});
