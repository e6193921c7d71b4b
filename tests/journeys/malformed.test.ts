import type { ServerBuild } from "@remix-run/node";
import { beforeAll, describe, expect, it } from "vitest";
import { loadRealBuild } from "../helpers/serve-app.ts";
import { ADDRESSES } from "./addresses.ts";
import { inWorld, listRoutes, type Role } from "./world.ts";

let build: ServerBuild;
beforeAll(async () => {
  build = await loadRealBuild();
});

const addressesOf = (wanted: (route: ReturnType<typeof listRoutes>[number]) => boolean) => listRoutes(build).filter(wanted).flatMap(({ pattern }) => ADDRESSES[pattern] ?? []);

/** Who gets as far as the body or the query of an address; route-matrix.txt says that the others are turned away before. */
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
    await inWorld(build, async (world) => {
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
  }, 600_000);

  it.each(["' OR 1=1 --", "%", "_", "*", "\"", "NEAR(", "\u0000", "a".repeat(5_000), "🪜".repeat(500), "../../..", "<script>"])("(a query of %j) neither", async (text) => {
    await inWorld(build, async (world) => {
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
  }, 600_000);
});
