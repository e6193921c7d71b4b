import { readFileSync } from "node:fs";
import type { ServerBuild } from "@remix-run/node";
import { beforeAll, describe, expect, it } from "vitest";
import { bodyLimitBytes } from "../../app/web/body-limits.server.ts";
import { loadRealBuild } from "../helpers/serve-app.ts";
import { ADDRESSES } from "./addresses.ts";
import { inWorld, listRoutes, ROLES, type World } from "./world.ts";

let build: ServerBuild;
beforeAll(async () => {
  build = await loadRealBuild();
});

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
    await inWorld(build, async (world) => {
      for (const address of addresses) seen.push(await askEverybody(world, "GET", address));
    });
    for (const address of addresses) seen.push(await inWorld(build, (world) => askEverybody(world, "POST", address)));
    expect(seen.toSorted()).toEqual(readMatrix().toSorted());
  }, 900_000);
});

describe("whatever changes something", () => {
  it("is refused when it comes from another site", async () => {
    await inWorld(build, async (world) => {
      for (const address of addressesOf(() => true)) {
        for (const method of ["POST", "PUT", "PATCH", "DELETE"]) {
          const response = await world.send("learner", method, address, { headers: { Origin: "https://evil.example" } });
          expect(`${method} ${address} ${response.status}`).toBe(`${method} ${address} 403`);
        }
      }
    });
  });

  it("is refused when it is too large", async () => {
    await inWorld(build, async (world) => {
      for (const address of addressesOf(({ hasAction }) => hasAction)) {
        const response = await world.send("learner", "POST", address, { body: "x".repeat(bodyLimitBytes(address) + 1) });
        expect(`${address} ${response.status}`).toBe(`${address} 413`);
      }
    });
  });
});
