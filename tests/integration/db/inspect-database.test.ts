import { existsSync, mkdtempSync, readdirSync, rmSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Sqlite from "better-sqlite3";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { DatabaseProblem } from "../../../db/database-problem.ts";
import { backupDatabase, inspectDatabase } from "../../../db/inspect-database.ts";
import { openDatabase } from "../../../db/open-database.ts";
import { countUsers, insertUser } from "../../../db/queries/users.ts";

let folder: string;
let file: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "rung-inspect-"));
  file = join(folder, "rung.db");
});
afterEach(() => rmSync(folder, { recursive: true }));

const person = (id: string) => ({ id, email: `${id}@example.test`, name: id, passwordHash: "h".repeat(200), createdAt: new Date(0) });

describe("looking into a database", () => {
  it("finds a sound one sound, without changing it", () => {
    openDatabase(file).close();
    const report = inspectDatabase(file);
    expect(report).toMatchObject({ damage: [], orphans: 0, isNewer: false });
    expect(report.appliedMigrations).toBe(report.knownMigrations);
  });

  it("counts rows that point at nothing, and knows a newer schema", () => {
    openDatabase(file).close();
    const raw = new Sqlite(file);
    raw.pragma("foreign_keys = OFF");
    raw.exec("insert into sessions (id, user_id, expires_at) values ('s', 'nobody', 1)");
    raw.exec("insert into __drizzle_migrations (hash, created_at) values ('later', 99999999999999)");
    raw.close();
    expect(inspectDatabase(file)).toMatchObject({ orphans: 1, isNewer: true });
  });

  it("says that there is none, and makes none", () => {
    expect(() => inspectDatabase(file)).toThrow("There is no database at");
    expect(existsSync(file)).toBe(false);
  });
});

describe("a damaged file", () => {
  it("that is cut short is refused at the start, and kept", async () => {
    const db = openDatabase(file);
    await db.write(async (tx) => {
      for (let one = 0; one < 200; one += 1) await insertUser(tx, person(`p${one}`));
    });
    db.close();
    truncateSync(file, 40_960);
    expect(() => openDatabase(file)).toThrow(DatabaseProblem);
    expect(() => openDatabase(file)).toThrow(/damaged.*restore a backup/s);
    expect(existsSync(file)).toBe(true);
  });

  it("in a folder that is not there is said as such", () => {
    expect(() => openDatabase(join(folder, "none", "rung.db"))).toThrow("Cannot open database because the directory does not exist");
  });
});

describe("a backup", () => {
  it("is one sound file with what was stored, made while the site writes", async () => {
    const db = openDatabase(file);
    await db.write((tx) => insertUser(tx, person("a")));
    const target = join(folder, "copy.db");
    const [bytes] = await Promise.all([backupDatabase(file, target), db.write((tx) => insertUser(tx, person("b")))]);
    db.close();
    expect(bytes).toBeGreaterThan(0);
    expect(readdirSync(folder).filter((name) => name.startsWith("copy"))).toEqual(["copy.db"]);
    const restored = openDatabase(target);
    expect(await countUsers(restored)).toBeGreaterThanOrEqual(1);
    restored.close();
  });

  it("never overwrites a file", async () => {
    openDatabase(file).close();
    const target = join(folder, "precious.txt");
    writeFileSync(target, "mine");
    await expect(backupDatabase(file, target)).rejects.toThrow("a backup never overwrites a file");
  });
});
