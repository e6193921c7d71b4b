import { fork, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { cpSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import Sqlite from "better-sqlite3";
import { afterAll, beforeAll, expect, it } from "vitest";
import { loadRealBuild } from "../../helpers/serve-app.ts";
import { LAB, PEOPLE, type KillableServer } from "./serve-to-be-killed.ts";

/** Kills on a machine with time; a busy one, on which a start takes long, makes do with the least. */
const KILLS = { least: 3, most: 8 };
const KILL_FOR_MS = 25_000;
/** The kills come this long after the server answers, in milliseconds. */
const KILL_AFTER_MS = { least: 150, most: 1_500 };
const SEED = 20_260_302;

const PROJECT = fileURLToPath(new URL("../../../", import.meta.url));
/** A copy, so that a new build does not pull the pages away; inside the project, where the build finds its packages. */
const buildFolder = join(PROJECT, "node_modules", ".rung-kill", String(process.pid));

let folder: string;
let child: ChildProcess | null = null;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "rung-kill-"));
  await loadRealBuild();
  cpSync(join(PROJECT, "build"), buildFolder, { recursive: true });
});

afterAll(() => {
  child?.kill("SIGKILL");
  rmSync(folder, { recursive: true, force: true });
  rmSync(buildFolder, { recursive: true, force: true });
});

/** Numbers from 0 to 1 that are the same in each run. */
function makeRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

async function startProcess(databaseFile: string): Promise<KillableServer> {
  const started = fork(fileURLToPath(new URL("./serve-to-be-killed.ts", import.meta.url)), {
    execArgv: ["--no-node-snapshot", "--disable-warning=ExperimentalWarning"],
    env: { ...process.env, NODE_ENV: "production", DATABASE_FILE: databaseFile, BUILD_FOLDER: buildFolder },
  });
  child = started;
  const [said] = (await Promise.race([once(started, "message"), once(started, "exit").then(([code]) => Promise.reject(new Error(`The server ended with ${code}.`)))])) as [KillableServer];
  return said;
}

async function killProcess(): Promise<void> {
  if (!child) return;
  const ended = once(child, "exit");
  child.kill("SIGKILL");
  await ended;
}

it("gives every acknowledged submission exactly one verdict, however often the server is killed", async () => {
  const databaseFile = join(folder, "rung.db");
  const files = { "sign.js": readFileSync(join(PROJECT, "content/courses/javascript-fundamentals/01-first-programs/03-door-sign/solution/sign.js"), "utf8") };
  const random = makeRandom(SEED);
  /** What the clients were told: key to submission. A key told twice must mean the same one. */
  const ledger = new Map<string, string>();
  let server: KillableServer | null = await startProcess(databaseFile);
  let isOver = false;

  /** One person who hands in again and again, each time until it is acknowledged. */
  async function handIn(person: number) {
    for (let count = 0; !isOver; count += 1) {
      const idempotencyKey = `${PEOPLE[person]}-submission-${count}`;
      while (!isOver && !(await tryOnce(person, idempotencyKey))) await new Promise((resolve) => setTimeout(resolve, 20));
      // Sometimes the same again, as a browser does whose answer was lost.
      if (!isOver && count % 4 === 0) await tryOnce(person, idempotencyKey);
    }
  }

  async function tryOnce(person: number, idempotencyKey: string): Promise<boolean> {
    if (!server) return false;
    const { url, cookies } = server;
    const response = await fetch(`${url}${LAB.path}/submit`, {
      method: "POST",
      headers: { "Content-Type": "application/json", Cookie: cookies[person] ?? "", Origin: url },
      body: JSON.stringify({ files, idempotencyKey }),
      signal: AbortSignal.timeout(5_000),
    }).catch(() => null);
    if (response?.status !== 202) {
      await response?.text().catch(() => "");
      return false;
    }
    const answer = (await response.json().catch(() => null)) as { submissionId: string } | null;
    if (!answer) return false;
    expect(ledger.get(idempotencyKey) ?? answer.submissionId).toBe(answer.submissionId);
    ledger.set(idempotencyKey, answer.submissionId);
    return true;
  }

  const clients = PEOPLE.map((_, person) => handIn(person));
  const beganAt = performance.now();
  let kills = 0;
  for (; kills < KILLS.least || (kills < KILLS.most && performance.now() - beganAt < KILL_FOR_MS); kills += 1) {
    await new Promise((resolve) => setTimeout(resolve, KILL_AFTER_MS.least + random() * (KILL_AFTER_MS.most - KILL_AFTER_MS.least)));
    server = null;
    await killProcess();
    server = await startProcess(databaseFile);
  }
  isOver = true;
  await Promise.all(clients);

  const readLeft = () => {
    const db = new Sqlite(databaseFile, { readonly: true });
    const left = db.prepare("select count(*) from submissions where state <> 'done'").pluck().get();
    db.close();
    return left;
  };
  await expect.poll(readLeft, { timeout: 60_000, interval: 200 }).toBe(0);
  await killProcess();

  const db = new Sqlite(databaseFile);
  const rows = db.prepare("select s.id, s.user_id || '' as person, s.idempotency_key as key, s.attempts, count(r.id) as runs, max(r.outcome) as outcome from submissions s left join test_runs r on r.submission_id = s.id group by s.id").all() as { id: string; key: string; attempts: number; runs: number; outcome: string }[];
  const byKey = new Map(rows.map((row) => [row.key, row]));
  expect(ledger.size).toBeGreaterThan(kills);
  expect(byKey.size).toBe(rows.length);
  for (const [key, id] of ledger) expect(byKey.get(key)).toMatchObject({ key, id, runs: 1 });
  for (const row of rows) expect(["passed", "crashed"]).toContain(row.outcome);
  // Only what was begun and lost three times may end without a judgement.
  for (const row of rows.filter(({ outcome }) => outcome === "crashed")) expect(row.attempts).toBe(3);
  expect(rows.filter(({ outcome }) => outcome === "passed").length).toBeGreaterThan(0);
  expect(db.pragma("integrity_check", { simple: true })).toBe("ok");
  db.close();
});
