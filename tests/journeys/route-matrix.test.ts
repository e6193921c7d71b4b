import { readFileSync } from "node:fs";
import type { ServerBuild } from "@remix-run/node";
import { beforeAll, describe, expect, it } from "vitest";
import { bodyLimitBytes } from "../../app/web/body-limits.server.ts";
import { loadRealBuild } from "../helpers/serve-app.ts";
import { ADDRESSES } from "./addresses.ts";
import { listRoutes, makeWorld, ROLES, type Role, type World } from "./world.ts";

let build: ServerBuild;
beforeAll(async () => {
  build = await loadRealBuild();
}, 300_000);

async function inWorld<T>(act: (world: World) => Promise<T>): Promise<T> {
  const world = await makeWorld(build);
  try {
    return await act(world);
  } finally {
    await world.close();
  }
}

/** One line of the matrix: the status that each role is answered. */
async function askEverybody(world: World, method: string, address: string): Promise<string> {
  const statuses: number[] = [];
  for (const role of ROLES) {
    const response = await world.send(role, method, address, method === "POST" ? { body: new URLSearchParams() } : {});
    statuses.push(response.status);
    await response.body?.cancel();
  }
  return `${method} ${address} ${statuses.join(" ")}`;
}

function readMatrix(): string[] {
  const text = readFileSync(new URL("./route-matrix.txt", import.meta.url), "utf8");
  return text.split("\n").filter((line) => line && !line.startsWith("#")).map((line) => line.replace(/ +/g, " ").trim());
}

const addressesOf = (wanted: (route: ReturnType<typeof listRoutes>[number]) => boolean) => listRoutes(build).filter(wanted).flatMap(({ pattern }) => ADDRESSES[pattern] ?? []);

describe("the route table", () => {
  it("has no route without addresses to try, and no addresses without a route", () => {
    expect(Object.keys(ADDRESSES).sort()).toEqual(listRoutes(build).map(({ pattern }) => pattern).sort());
  });

  it("answers each role at each address, own or foreign, as route-matrix.txt says", async () => {
    const seen: string[] = [];
    const addresses = addressesOf(() => true);
    // Reading changes nothing; each address is written to in a world of its own.
    await inWorld(async (world) => {
      for (const address of addresses) seen.push(await askEverybody(world, "GET", address));
    });
    for (const address of addresses) seen.push(await inWorld((world) => askEverybody(world, "POST", address)));
    expect(seen.toSorted()).toEqual(readMatrix().toSorted());
  }, 300_000);
});

describe("whatever changes something", () => {
  it("is refused when it comes from another site", async () => {
    await inWorld(async (world) => {
      for (const address of addressesOf(() => true)) {
        for (const method of ["POST", "PUT", "PATCH", "DELETE"]) {
          const response = await world.send("learner", method, address, { headers: { Origin: "https://evil.example" } });
          expect(`${method} ${address} ${response.status}`).toBe(`${method} ${address} 403`);
        }
      }
    });
  });

  it("is refused when it is too large", async () => {
    await inWorld(async (world) => {
      for (const address of addressesOf(({ hasAction }) => hasAction)) {
        const response = await world.send("learner", "POST", address, { body: "x".repeat(bodyLimitBytes(address) + 1) });
        expect(`${address} ${response.status}`).toBe(`${address} 413`);
      }
    });
  });
});

/** Who gets as far as the body or the query of an address; the matrix above says that the others are turned away before. */
function listInsiders(address: string): readonly Role[] {
  if (address.startsWith("/teach")) return ["instructor", "administrator"];
  if (address.startsWith("/review")) return ["grader"];
  if (/^\/(?:people|sandbox)/.test(address)) return ["administrator"];
  if (/^\/(?:sign-|$|language|reminders|calendar|p\/|issuer|achievements|\.well-known)/.test(address)) return ["visitor", "learner"];
  return ["learner"];
}

const deep = `${"[".repeat(30_000)}${"]".repeat(30_000)}`;
const FORM = "application/x-www-form-urlencoded";
const MALFORMED: readonly (readonly [name: string, type: string, body: string])[] = [
  ["percent signs", FORM, "%%%=%E0%A4%A&intent=%00"],
  ["no boundary", "multipart/form-data", "intent=1"],
  ["a broken boundary", "multipart/form-data; boundary=x", "--x\r\nContent-Disposition: form-data; name=\"intent\"\r\n\r\nva"],
  ["no JSON", "application/json", "{\"files\":"],
  ["JSON null", "application/json", "null"],
  ["a list", "application/json", "[]"],
  ["deep JSON", "application/json", deep],
  ["wrong types", "application/json", "{\"files\":{\"add.js\":7,\"__proto__\":{\"x\":1}},\"version\":\"no\",\"idempotencyKey\":[]}"],
  ["hostile names", "application/json", "{\"files\":{\"../../etc/passwd\":\"x\",\"add.js\\u0000\":\"x\",\"\":\"x\"},\"version\":1,\"idempotencyKey\":\"k\"}"],
  ["a thousand fields", FORM, Array.from({ length: 1000 }, (_, field) => `f${field}=1`).join("&")],
  ["no type", "", "intent"],
];

describe("a malformed body", () => {
  it.each(MALFORMED)("(%s) is never a fault of ours", async (_name, type, body) => {
    await inWorld(async (world) => {
      const faults: string[] = [];
      for (const address of addressesOf(({ hasAction }) => hasAction)) {
        for (const role of listInsiders(address)) {
          const response = await world.send(role, "POST", address, { body, headers: { "Content-Type": type } });
          if (response.status >= 500) faults.push(`${role} ${address} ${response.status}`);
          await response.body?.cancel();
        }
      }
      expect(faults).toEqual([]);
    });
  }, 120_000);

  it.each(["' OR 1=1 --", "%", "_", "*", "\"", "NEAR(", "\u0000", "a".repeat(5_000), "🪜".repeat(500), "../../..", "<script>"])("(a query of %j) neither", async (text) => {
    await inWorld(async (world) => {
      const faults: string[] = [];
      for (const address of addressesOf(({ hasPage }) => hasPage)) {
        for (const role of listInsiders(address)) {
          const query = new URLSearchParams(["q", "text", "page", "course", "file", "run", "next", "decision", "hint", "tab"].map((name) => [name, text]));
          const response = await world.send(role, "GET", `${address}?${query}`);
          if (response.status >= 500) faults.push(`${role} ${address} ${response.status}`);
          await response.body?.cancel();
        }
      }
      expect(faults).toEqual([]);
    });
  }, 120_000);
});
