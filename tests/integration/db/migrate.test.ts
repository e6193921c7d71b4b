import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Sqlite from "better-sqlite3";
import { afterEach, beforeEach, expect, it } from "vitest";
import { DatabaseProblem, migrateDatabase } from "../../../db/migrate.ts";

const START = "CREATE TABLE owners (id text primary key);\n--> statement-breakpoint\nCREATE TABLE things (id text primary key, owner text not null references owners(id) on delete cascade);";
/** As drizzle-kit rebuilds a table: with foreign keys on, dropping it would delete what points at it. */
const REBUILD = "PRAGMA foreign_keys=OFF;\n--> statement-breakpoint\nCREATE TABLE new_owners (id text primary key, name text);\n--> statement-breakpoint\nINSERT INTO new_owners SELECT id, 'x' FROM owners;\n--> statement-breakpoint\nDROP TABLE owners;\n--> statement-breakpoint\nALTER TABLE new_owners RENAME TO owners;";

let folder: string;
let file: string;
let connection: Sqlite.Database;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "rung-migrate-"));
  file = join(folder, "rung.db");
  connection = new Sqlite(file);
  connection.pragma("foreign_keys = ON");
  migrateDatabase(connection, file, migrations(START));
  connection.exec("insert into owners values ('o'); insert into things values ('t', 'o')");
});
afterEach(() => {
  connection.close();
  rmSync(folder, { recursive: true });
});

function migrations(...steps: string[]): string {
  const target = join(folder, `migrations-${steps.length}`);
  mkdirSync(join(target, "meta"), { recursive: true });
  steps.forEach((sql, index) => writeFileSync(join(target, `${index}_step.sql`), sql));
  const entries = steps.map((_, idx) => ({ idx, version: "6", when: 1_000 + idx, tag: `${idx}_step`, breakpoints: true }));
  writeFileSync(join(target, "meta", "_journal.json"), JSON.stringify({ version: "7", dialect: "sqlite", entries }));
  return target;
}
const copies = () => readdirSync(folder).filter((name) => name.includes("before-update"));
const things = (database: Sqlite.Database) => database.prepare("select count(*) from things").pluck().get();

it("rebuilds a table without losing the rows that point at it, and keeps a copy from before", () => {
  migrateDatabase(connection, file, migrations(START, REBUILD));
  expect(things(connection)).toBe(1);
  expect(connection.pragma("foreign_keys", { simple: true })).toBe(1);
  const [copy] = copies();
  const before = new Sqlite(join(folder, copy ?? ""));
  expect(things(before)).toBe(1);
  expect(before.prepare("select * from owners").all()).toEqual([{ id: "o" }]);
  before.close();
});

it("changes nothing, and makes no copy, when there is nothing to do", () => {
  migrateDatabase(connection, file, migrations(START));
  expect(copies()).toEqual([]);
});

it("says so when a step leaves rows without their owner", () => {
  expect(() => migrateDatabase(connection, file, migrations(START, "DELETE FROM owners;"))).toThrow(DatabaseProblem);
});

it("leaves the database as it was when a step fails", () => {
  expect(() => migrateDatabase(connection, file, migrations(START, `${REBUILD}\n--> statement-breakpoint\nSELECT nonsense FROM nowhere;`))).toThrow();
  expect(connection.prepare("select * from owners").all()).toEqual([{ id: "o" }]);
  expect(things(connection)).toBe(1);
});
