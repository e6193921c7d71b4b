import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { isStorageFull } from "../../../db/database-problem.ts";
import { openDatabase, type Database } from "../../../db/open-database.ts";
import { findUser, updateName } from "../../../db/queries/users.ts";
import { buildOneRoute, serveApp, type ServedApp } from "../../helpers/serve-app.ts";
import { insertTestUser, makeTestDeps } from "../../helpers/test-deps.ts";

let folder: string;
let db: Database;
let app: ServedApp;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), "rung-full-"));
  db = openDatabase(join(folder, "rung.db"));
  const deps = makeTestDeps({ db });
  await insertTestUser(deps, "somebody");
  app = await serveApp(
    deps,
    buildOneRoute("name", {
      loader: async () => new Response((await findUser(db, { userId: "somebody" }))?.name),
      action: async ({ request }) => {
        const name = await request.text();
        await db.write((tx) => updateName(tx, { userId: "somebody", name }));
        return new Response("stored");
      },
    }),
  );
});

afterEach(async () => {
  await app.close();
  rmSync(folder, { recursive: true });
});

/** SQLite answers as it does on a full disk: not one page more. */
async function fillDisk() {
  await db.write(async (tx) => void tx.all("PRAGMA max_page_count = 1"));
}

async function makeRoom() {
  await db.write(async (tx) => void tx.all("PRAGMA max_page_count = 1000000"));
}

const readName = async () => (await fetch(`${app.url}/name`)).text();
const storeName = (name: string) => fetch(`${app.url}/name`, { method: "POST", body: name });

describe("a full disk", () => {
  it("refuses what would be stored with 507, goes on reading, and recovers without a restart", async () => {
    await fillDisk();
    const refused = await storeName("n".repeat(60_000));
    expect(refused.status).toBe(507);
    expect(await refused.text()).toContain("disk is full");
    expect(await readName()).toBe("somebody");
    expect((await fetch(`${app.url}/health`)).status).toBe(200);

    await makeRoom();
    expect((await storeName("n".repeat(60_000))).status).toBe(200);
    expect(await readName()).toBe("n".repeat(60_000));
  });

  it("is told from other failures, however deep the cause is wrapped", () => {
    const full = Object.assign(new Error("database or disk is full"), { code: "SQLITE_FULL" });
    expect(isStorageFull(new Error("query failed", { cause: new Error("again", { cause: full }) }))).toBe(true);
    expect(isStorageFull(Object.assign(new Error("write"), { code: "ENOSPC" }))).toBe(true);
    expect(isStorageFull(Object.assign(new Error("write"), { code: "EACCES" }))).toBe(false);
    expect(isStorageFull("full")).toBe(false);
  });
});
