import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Sqlite from "better-sqlite3";
import { sql } from "drizzle-orm";
import { drizzle } from "drizzle-orm/better-sqlite3";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { openDatabase, type Database, type Queryable } from "../../../db/open-database.ts";
import { findUserByEmail, insertUser } from "../../../db/queries/users.ts";
import * as schema from "../../../db/schema.ts";
import { createWriteQueue } from "../../../db/write-queue.ts";

let folder: string;
let db: Database;
let writer: Sqlite.Database;
/** Shares as long as others wait: whether two share is not a matter of how busy the machine is. */
let write: Database["write"];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "rung-writes-"));
  db = openDatabase(join(folder, "rung.db"));
  writer = new Sqlite(join(folder, "rung.db"));
  write = createWriteQueue(writer, drizzle(writer, { schema }), Number.POSITIVE_INFINITY);
});
afterEach(() => {
  writer.close();
  db.close();
  rmSync(folder, { recursive: true, force: true });
});

const addUser = (tx: Queryable, name: string) => insertUser(tx, { id: name, email: name, name, passwordHash: "h", createdAt: new Date(0) });
const hasUser = async (name: string) => (await findUserByEmail(db, { email: name })) !== null;
const readSync = (tx: Queryable) => (tx.get(sql`pragma synchronous`) as { synchronous: number }).synchronous;

describe("writes that wait at the same time", () => {
  it("are all stored, in their order, and each sees those before it", async () => {
    const seen = await Promise.all(["a", "b", "c"].map((name) => write(async (tx) => {
      await addUser(tx, name);
      return (tx.all(sql`select id from users order by rowid`) as { id: string }[]).map(({ id }) => id);
    })));
    expect(seen).toEqual([["a"], ["a", "b"], ["a", "b", "c"]]);
    expect(await hasUser("c")).toBe(true);
  });

  it("share a transaction: none can be read before all are there", async () => {
    const others: boolean[] = [];
    const first = write((tx) => addUser(tx, "a"));
    const second = write(async (tx) => {
      others.push(await hasUser("a"));
      await addUser(tx, "b");
    });
    await Promise.all([first, second]);
    expect(others).toEqual([false]);
  });

  it("take back only the rows of the one that throws", async () => {
    const answers = await Promise.allSettled([
      write((tx) => addUser(tx, "a")),
      write(async (tx) => {
        await addUser(tx, "b");
        throw new Error("not this one");
      }),
      write((tx) => addUser(tx, "c")),
    ]);
    expect(answers.map(({ status }) => status)).toEqual(["fulfilled", "rejected", "fulfilled"]);
    expect([await hasUser("a"), await hasUser("b"), await hasUser("c")]).toEqual([true, false, true]);
  });

  it("are all refused when the transaction that they share is lost", async () => {
    const answers = await Promise.allSettled([
      write((tx) => addUser(tx, "a")),
      write(async (tx) => {
        // What SQLite does by itself when the disk is full.
        tx.run(sql`rollback`);
        throw new Error("the disk is full");
      }),
    ]);
    expect(answers.map(({ status }) => status)).toEqual(["rejected", "rejected"]);
    expect(await hasUser("a")).toBe(false);
    await write((tx) => addUser(tx, "later"));
    expect(await hasUser("later")).toBe(true);
  });

  it("leave the event loop its turns", async () => {
    let turns = 0;
    let isOver = false;
    const count = () => {
      turns += 1;
      if (!isOver) setImmediate(count);
    };
    setImmediate(count);
    const busyMs = 5;
    await Promise.all(Array.from({ length: 10 }, (_, i) => db.write(async (tx) => {
      const until = performance.now() + busyMs;
      while (performance.now() < until) await addUser(tx, `${i}`);
    })));
    isOver = true;
    expect(turns).toBeGreaterThanOrEqual(5);
  });
});

describe("how long a write is kept", () => {
  it("is by default beyond a loss of power, also after a write that asked for less", async () => {
    const levels = [
      await db.write(async (tx) => readSync(tx), { kept: "after-kill" }),
      await db.write(async (tx) => readSync(tx)),
    ];
    expect(levels).toEqual([1, 2]);
  });

  it("is the default's for whatever shares its moment with a write that asked for less", async () => {
    const levels = await Promise.all([
      db.write(async (tx) => readSync(tx), { kept: "after-kill" }),
      db.write(async (tx) => readSync(tx)),
      db.write(async (tx) => readSync(tx), { kept: "after-kill" }),
    ]);
    expect(levels).toEqual([1, 2, 1]);
  });

  it("a write that asked for less is in the file as soon as it is answered", async () => {
    await db.write((tx) => addUser(tx, "a"), { kept: "after-kill" });
    const other = new Sqlite(join(folder, "rung.db"), { readonly: true });
    expect(other.prepare("select count(*) from users").pluck().get()).toBe(1);
    other.close();
  });
});
