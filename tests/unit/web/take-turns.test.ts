import { EventEmitter } from "node:events";
import type { Request, Response } from "express";
import { describe, expect, it } from "vitest";
import { takeTurns } from "../../../app/web/take-turns.server.ts";

const turnOfTheLoop = () => new Promise<void>((resolve) => setImmediate(resolve));

/** Requests at the door, and which of them have begun. */
function open(maxWaiting?: number) {
  const door = takeTurns({ ...(maxWaiting === undefined ? {} : { maxWaiting }), passes: new Set(["/metrics"]) });
  const begun: string[] = [];
  const refused: { path: string; status: number; retryAfter: string | undefined }[] = [];
  return {
    begun,
    refused,
    /** Returns what makes its client leave. */
    arrive(path: string): () => void {
      const response = new EventEmitter();
      let status = 200;
      let retryAfter: string | undefined;
      Object.assign(response, {
        locals: {},
        setHeader: (name: string, value: string) => name === "Retry-After" && (retryAfter = value),
        status: (code: number) => ((status = code), response),
        type: () => response,
        send: () => refused.push({ path, status, retryAfter }),
      });
      door({ path, headers: {} } as Request, response as unknown as Response, () => begun.push(path));
      return () => response.emit("close");
    },
    async letAllBegin() {
      for (let known = -1; known !== begun.length; ) {
        known = begun.length;
        await turnOfTheLoop();
      }
    },
  };
}

describe("requests that arrive together", () => {
  it("begin in the order of their coming, one in each turn of the event loop", async () => {
    const { arrive, begun } = open();
    for (const path of ["/a", "/b", "/c"]) arrive(path);
    expect(begun).toEqual(["/a"]);
    await turnOfTheLoop();
    expect(begun).toEqual(["/a", "/b"]);
    await turnOfTheLoop();
    expect(begun).toEqual(["/a", "/b", "/c"]);
  });

  it("are not overtaken by one that comes later, except by what may pass", async () => {
    const { arrive, begun, letAllBegin } = open();
    for (const path of ["/a", "/b", "/c"]) arrive(path);
    await turnOfTheLoop();
    arrive("/d");
    arrive("/metrics");
    expect(begun).toEqual(["/a", "/b", "/metrics"]);
    await letAllBegin();
    expect(begun).toEqual(["/a", "/b", "/metrics", "/c", "/d"]);
  });

  it("are forgotten when they leave, and take no turn", async () => {
    const { arrive, begun } = open();
    arrive("/a");
    const leave = arrive("/b");
    arrive("/c");
    leave();
    await turnOfTheLoop();
    expect(begun).toEqual(["/a", "/c"]);
  });

  it("are told to come again when too many wait; who has left does not count", async () => {
    const { arrive, begun, refused, letAllBegin } = open(2);
    arrive("/a");
    const leave = arrive("/b");
    arrive("/c");
    arrive("/d");
    expect(refused).toEqual([{ path: "/d", status: 503, retryAfter: "2" }]);
    leave();
    arrive("/e");
    await letAllBegin();
    expect(begun).toEqual(["/a", "/c", "/e"]);
    expect(refused).toHaveLength(1);
  });
});

describe("a request alone", () => {
  it("begins at once, also after others", async () => {
    const { arrive, begun, letAllBegin } = open();
    arrive("/a");
    arrive("/b");
    await letAllBegin();
    arrive("/c");
    expect(begun).toEqual(["/a", "/b", "/c"]);
  });
});
