import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { DatabaseProblem, isStorageFull } from "../../../db/database-problem.ts";
import { createLogSync, type LogSync } from "../../../db/log-sync.ts";
import { openDatabase } from "../../../db/open-database.ts";
import { insertUser } from "../../../db/queries/users.ts";

let folder: string;
let log: LogSync;
/** The system's syncs that were begun; the test ends them. */
let begun: ((error: Error | null) => void)[];
let settled: string[];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "rung-log-"));
  const file = join(folder, "log");
  writeFileSync(file, "");
  begun = [];
  settled = [];
  log = createLogSync(file, (_descriptor, done) => void begun.push(done));
});
afterEach(() => {
  log.close();
  rmSync(folder, { recursive: true });
});

const ask = (name: string) => log.sync().then(() => settled.push(name), () => settled.push(`${name} refused`));
const turn = () => new Promise((resolve) => setImmediate(resolve));

describe("a log", () => {
  it("is synced once for all who wait, and never less than once after somebody has asked", async () => {
    const asked = [ask("a"), ask("b"), ask("c")];
    expect(begun.length).toBe(1);
    begun[0]?.(null);
    await turn();
    expect(settled).toEqual(["a"]);
    expect(begun.length).toBe(2);
    begun[1]?.(null);
    await Promise.all(asked);
    expect(settled).toEqual(["a", "b", "c"]);
    expect(begun.length).toBe(2);
  });

  it("that the disk did not keep is refused to everybody from then on: a second sync would only seem to succeed", async () => {
    const asked = [ask("a"), ask("b")];
    begun[0]?.(Object.assign(new Error("i/o error"), { code: "EIO" }));
    await Promise.all([...asked, ask("c")]);
    expect(settled).toEqual(["a refused", "b refused", "c refused"]);
    expect(begun.length).toBe(1);
    expect(log.failure()).toBeInstanceOf(DatabaseProblem);
    expect(log.failure()?.message).toContain("i/o error");
  });

  it("says when what was missing is room", async () => {
    const asked = ask("a");
    begun[0]?.(Object.assign(new Error("no space"), { code: "ENOSPC" }));
    await asked;
    expect(isStorageFull(log.failure())).toBe(true);
  });

  it("that is not there is refused, not thrown", async () => {
    log = createLogSync(join(folder, "nothing"));
    await ask("a");
    expect(settled).toEqual(["a refused"]);
  });

  it("is closed after the sync that is under way, which still counts", async () => {
    const asked = ask("a");
    log.close();
    begun[0]?.(null);
    await asked;
    expect(settled).toEqual(["a"]);
  });
});

describe("a database", () => {
  it("is not healthy any more when its disk does not keep what is written", async () => {
    const file = join(folder, "rung.db");
    const db = openDatabase(file);
    expect(db.isHealthy()).toBe(true);
    // The log can't be opened: the first sync fails as one of a broken disk would.
    rmSync(`${file}-wal`);
    await expect(db.write((tx) => insertUser(tx, { id: "a", email: "a", name: "a", passwordHash: "h", createdAt: new Date(0) }))).rejects.toThrow(DatabaseProblem);
    expect(db.isHealthy()).toBe(false);
    db.close();
  });
});
