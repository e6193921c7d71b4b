import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Sqlite from "better-sqlite3";
import { sql } from "drizzle-orm";
import { drizzle } from "drizzle-orm/better-sqlite3";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { DatabaseProblem } from "../../../db/database-problem.ts";
import { openDatabase, type Database, type Queryable } from "../../../db/open-database.ts";
import { findUserByEmail, insertUser } from "../../../db/queries/users.ts";
import * as schema from "../../../db/schema.ts";
import { createWriteQueue, type WriteQueue } from "../../../db/write-queue.ts";

let folder: string;
let db: Database;
let writer: Sqlite.Database;
/** Over a log whose syncs end when the test says so. */
let queue: WriteQueue;
let commits: number;
let syncs: { resolve(): void; reject(error: Error): void }[];
let failure: DatabaseProblem | null;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "rung-writes-"));
  db = openDatabase(join(folder, "rung.db"));
  writer = new Sqlite(join(folder, "rung.db"));
  commits = 0;
  syncs = [];
  failure = null;
  const log = { sync: () => new Promise<void>((resolve, reject) => void syncs.push({ resolve, reject })), failure: () => failure, close: () => {} };
  queue = createWriteQueue(writer, drizzle(writer, { schema }), { log, committed: () => void (commits += 1) });
});
afterEach(() => {
  writer.close();
  db.close();
  rmSync(folder, { recursive: true, force: true });
});

const addUser = (tx: Queryable, name: string) => insertUser(tx, { id: name, email: name, name, passwordHash: "h", createdAt: new Date(0) });
const hasUser = async (name: string) => (await findUserByEmail(db, { email: name })) !== null;
/** Every promise and turn of the loop that is due. */
const settle = () => new Promise((resolve) => setTimeout(resolve, 20));

describe("writes that wait at the same time", () => {
  it("are all stored, in their order, and each sees those before it", async () => {
    const seen = await Promise.all(["a", "b", "c"].map((name) => db.write(async (tx) => {
      await addUser(tx, name);
      return (tx.all(sql`select id from users order by rowid`) as { id: string }[]).map(({ id }) => id);
    })));
    expect(seen).toEqual([["a"], ["a", "b"], ["a", "b", "c"]]);
    expect(await hasUser("c")).toBe(true);
  });

  it("take back only the rows of the one that throws", async () => {
    const answers = await Promise.allSettled([
      db.write((tx) => addUser(tx, "a")),
      db.write(async (tx) => {
        await addUser(tx, "b");
        throw new Error("not this one");
      }),
      db.write((tx) => addUser(tx, "c")),
    ]);
    expect(answers.map(({ status }) => status)).toEqual(["fulfilled", "rejected", "fulfilled"]);
    expect([await hasUser("a"), await hasUser("b"), await hasUser("c")]).toEqual([true, false, true]);
  });

  it("go on after one that SQLite has rolled back by itself", async () => {
    const refused = db.write(async (tx) => {
      await addUser(tx, "a");
      // What it does when the disk is full.
      tx.run(sql`rollback`);
      throw new Error("the disk is full");
    });
    await expect(refused).rejects.toThrow("the disk is full");
    await db.write((tx) => addUser(tx, "later"));
    expect([await hasUser("a"), await hasUser("later")]).toEqual([false, true]);
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
  it("is by default beyond a loss of power: it is answered when the disk has it, and the next need not wait for that", async () => {
    const answered: string[] = [];
    void queue.write((tx) => addUser(tx, "a")).then(() => answered.push("a"));
    void queue.write((tx) => addUser(tx, "b")).then(() => answered.push("b"));
    await settle();
    expect([await hasUser("a"), await hasUser("b"), commits]).toEqual([true, true, 2]);
    expect(answered).toEqual([]);
    syncs.forEach(({ resolve }) => resolve());
    await settle();
    expect(answered).toEqual(["a", "b"]);
  });

  it("need not be waited for by what may begin meanwhile: it is told of the commit", async () => {
    let committed = "";
    const answered = queue.write(async (tx) => {
      await addUser(tx, "a");
      return "a";
    }, { onCommit: (result) => void (committed = result) });
    await expect(queue.write(() => Promise.reject(new Error("no")), { onCommit: () => void (committed = "never") })).rejects.toThrow("no");
    expect([committed, syncs.length]).toEqual(["a", 1]);
    syncs[0]?.resolve();
    expect(await answered).toBe("a");
  });

  it("is the default's too for what was only looked at: it may be what an earlier write has not synced yet", async () => {
    let isAnswered = false;
    void queue.write(async () => {}).then(() => (isAnswered = true));
    await settle();
    expect([isAnswered, syncs.length]).toEqual([false, 1]);
  });

  it("a write that asked for less is in the file, and answered, without a sync", async () => {
    await queue.write((tx) => addUser(tx, "a"), { kept: "after-kill" });
    const other = new Sqlite(join(folder, "rung.db"), { readonly: true });
    expect(other.prepare("select count(*) from users").pluck().get()).toBe(1);
    expect(syncs).toEqual([]);
    other.close();
  });

  it("a write that the disk did not keep is refused, and so is everything after it", async () => {
    const refused = queue.write((tx) => addUser(tx, "a"));
    await settle();
    failure = new DatabaseProblem("the disk has not kept it");
    syncs[0]?.reject(failure);
    await expect(refused).rejects.toBe(failure);
    await expect(queue.write((tx) => addUser(tx, "b"), { kept: "after-kill" })).rejects.toBe(failure);
    expect(await hasUser("b")).toBe(false);
  });

  it("is left to the log: no commit waits for the disk itself", async () => {
    const level = await db.write(async (tx) => (tx.get(sql`pragma synchronous`) as { synchronous: number }).synchronous);
    expect(level).toBe(1);
  });
});

describe("a pause", () => {
  it("comes between two writes, and holds those back that come meanwhile", async () => {
    const order: string[] = [];
    const note = (name: string) => async () => void order.push(name);
    const first = queue.write(note("a"), { kept: "after-kill" });
    const pause = queue.pause(async () => {
      await settle();
      order.push("pause");
    });
    await Promise.all([first, pause, queue.write(note("b"), { kept: "after-kill" })]);
    expect(order).toEqual(["a", "pause", "b"]);
  });

  it("that breaks tells whoever asked for it, and writes go on", async () => {
    await expect(queue.pause(() => Promise.reject(new Error("no")))).rejects.toThrow("no");
    await queue.write((tx) => addUser(tx, "a"), { kept: "after-kill" });
    expect(await hasUser("a")).toBe(true);
  });
});
