import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Sqlite from "better-sqlite3";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { openDatabase } from "../../../db/open-database.ts";
import { DatabaseProblem } from "../../../db/migrate.ts";
import { countUsers, insertUser } from "../../../db/queries/users.ts";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "rung-db-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

const person = (id: string) => ({ id, email: `${id}@example.test`, name: id, passwordHash: "none", createdAt: new Date(0) });

describe("writing", () => {
  it("lets one writer in at a time, and a reader sees nothing half done", async () => {
    const db = openDatabase(join(folder, "rung.db"));
    const seen: number[] = [];
    const slow = db.write(async (tx) => {
      await insertUser(tx, person("a"));
      await new Promise((resolve) => setTimeout(resolve, 20));
      seen.push(await countUsers(db));
      await insertUser(tx, person("b"));
    });
    const next = db.write(async (tx) => {
      seen.push(await countUsers(tx));
    });
    await Promise.all([slow, next]);
    expect(seen).toEqual([0, 2]);
    db.close();
  });

  it("rolls back when the act throws, and goes on", async () => {
    const db = openDatabase(join(folder, "rung.db"));
    await expect(
      db.write(async (tx) => {
        await insertUser(tx, person("a"));
        throw new Error("no");
      }),
    ).rejects.toThrow("no");
    await db.write((tx) => insertUser(tx, person("b")));
    expect(await countUsers(db)).toBe(1);
    db.close();
  });
});

describe("opening", () => {
  it("keeps what was there", async () => {
    const file = join(folder, "rung.db");
    const first = openDatabase(file);
    await first.write((tx) => insertUser(tx, person("a")));
    first.close();
    const second = openDatabase(file);
    expect(await countUsers(second)).toBe(1);
    second.close();
  });

  it("refuses a database that is newer than the program, and leaves it as it is", () => {
    const file = join(folder, "rung.db");
    openDatabase(file).close();
    const raw = new Sqlite(file);
    raw.prepare("insert into __drizzle_migrations (hash, created_at) values ('later', 99999999999999)").run();
    raw.close();
    expect(() => openDatabase(file)).toThrow(DatabaseProblem);
    expect(() => openDatabase(file)).toThrow(/newer version of Rung/);
    expect(readdirSync(folder).filter((name) => name.includes("before-update"))).toEqual([]);
  });

  it("refuses a file that is no database", () => {
    const file = join(folder, "rung.db");
    writeFileSync(file, "this is not a database, it is a sentence that goes on for a while".repeat(100));
    expect(() => openDatabase(file)).toThrow(DatabaseProblem);
  });
});
