import { mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Sqlite from "better-sqlite3";
import { drizzle } from "drizzle-orm/better-sqlite3";
import { sql } from "drizzle-orm";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { createCheckpoints, type Checkpoints } from "../../../db/checkpoints.ts";
import { NO_LOG } from "../../../db/log-sync.ts";
import * as schema from "../../../db/schema.ts";
import { createWriteQueue, type WriteQueue } from "../../../db/write-queue.ts";

const BETWEEN = 20;
const PAGE = 4_096;

let folder: string;
let file: string;
let connection: Sqlite.Database;
let checkpoints: Checkpoints;
let queue: WriteQueue;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "rung-checkpoints-"));
  file = join(folder, "rung.db");
  connection = new Sqlite(file);
  connection.pragma("journal_mode = WAL");
  // None by SQLite itself: what comes is ours.
  connection.pragma("wal_autocheckpoint = 0");
  connection.exec("create table pages (text)");
  queue = createWriteQueue(connection, drizzle(connection, { schema }), { log: NO_LOG, committed: () => checkpoints.committed() });
});
afterEach(async () => {
  await checkpoints.close();
  connection.close();
  rmSync(folder, { recursive: true });
});

const writePages = async (count: number) => {
  for (let i = 0; i < count; i += 1) await queue.write(async (tx) => void tx.run(sql`insert into pages values (${"x".repeat(PAGE)})`), { kept: "after-kill" });
};
const pagesOf = (path: string) => Math.floor(statSync(path).size / PAGE);

it("bring the log into the file, and let it begin anew", async () => {
  checkpoints = createCheckpoints(file, queue.pause, BETWEEN);
  const before = pagesOf(file);
  await writePages(BETWEEN);
  await vi.waitFor(() => expect(pagesOf(file)).toBeGreaterThanOrEqual(before + BETWEEN), { timeout: 60_000 });
  // The second half of it: nobody writes then.
  await queue.pause(async () => {});
  const length = statSync(`${file}-wal`).size;
  await writePages(3);
  expect(statSync(`${file}-wal`).size).toBe(length);
  expect(connection.prepare("select count(*) from pages").pluck().get()).toBe(BETWEEN + 3);
});

it("leave it to SQLite where no thread can be had, and writes go on", async () => {
  checkpoints = createCheckpoints(join(folder, "nothing", "rung.db"), queue.pause, BETWEEN);
  await writePages(BETWEEN * 3);
  expect(connection.prepare("select count(*) from pages").pluck().get()).toBe(BETWEEN * 3);
});
