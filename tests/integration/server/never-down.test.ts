import { fork, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { LearnerResult } from "../../../app/features/submissions/learner-result.ts";
import type { Language } from "../../../sandbox/contract.ts";
import { loadRealBuild } from "../../helpers/serve-app.ts";
import { BARRAGE, type Attack } from "../../sandbox/barrage.ts";
import { LIMITS } from "./attack-limits.ts";
import type { AttackedServer, Measured } from "./serve-to-be-attacked.ts";

const PEOPLE = 6;
/** Far above what is seen: this says that the server answers at all. `npm run bench:sandbox` says how quickly. */
const ALIVE_MS = 10_000;
/** Past its limit a run has one second; a busy machine is given more. */
const SLACK_MS = 1_000 + 9_000;
/** What caches and a longer heap may take; an attack that stayed would be far more. */
const GROWTH_MB = 200;

const PROJECT = fileURLToPath(new URL("../../../", import.meta.url));
/** A copy, so that a new build does not pull the pages away; inside the project, where the build finds its packages. */
const buildFolder = join(PROJECT, "node_modules", ".rung-attacked", String(process.pid));

let folder: string;
let temporary: string;
let child: ChildProcess;
let server: AttackedServer;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "rung-attacked-"));
  temporary = join(folder, "tmp");
  mkdirSync(temporary);
  await loadRealBuild();
  cpSync(join(PROJECT, "build"), buildFolder, { recursive: true });
  child = fork(fileURLToPath(new URL("./serve-to-be-attacked.ts", import.meta.url)), {
    execArgv: ["--no-node-snapshot", "--expose-gc", "--disable-warning=ExperimentalWarning"],
    env: { ...process.env, NODE_ENV: "production", FOLDER: folder, PEOPLE: String(PEOPLE), BUILD_FOLDER: buildFolder, TMPDIR: temporary },
  });
  const failed = once(child, "exit").then(([code]) => Promise.reject(new Error(`The server ended with ${code}.`)));
  [server] = (await Promise.race([once(child, "message"), failed])) as [AttackedServer];
  failed.catch(() => {});
});

afterAll(() => {
  child.kill("SIGKILL");
  rmSync(folder, { recursive: true, force: true });
  rmSync(buildFolder, { recursive: true, force: true });
});

async function measure(): Promise<Measured> {
  const answer = once(child, "message");
  child.send("measure");
  const [measured] = (await answer) as [Measured];
  return measured;
}

interface Answer {
  status: number;
  /** As it was sent. */
  text: string;
  body: { result?: LearnerResult; submissionId?: string };
}

async function post(person: number, language: Language, what: "run" | "submit", program: string): Promise<Answer> {
  const lab = server.labs[language];
  const response = await fetch(`${server.url}${lab.address}/${what}`, {
    method: "POST",
    headers: { "Content-Type": "application/json", Cookie: server.cookies[person] ?? "", Origin: server.url },
    body: JSON.stringify({ files: { [lab.file]: program }, idempotencyKey: crypto.randomUUID() }),
  });
  const text = await response.text();
  return { status: response.status, text, body: JSON.parse(text) as Answer["body"] };
}

/** As a page does: asks again when it is told to wait. */
async function runPatiently(person: number, { language, text }: Pick<Attack, "language" | "text">): Promise<Answer> {
  for (;;) {
    const answer = await post(person, language, "run", text);
    if (answer.status !== 429) return answer;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
}

async function expectHonestToPass(language: Language, more = ""): Promise<void> {
  const { body } = await runPatiently(PEOPLE - 1, { language, text: `${server.labs[language].right}${more}` });
  expect(body.result, language).toMatchObject({ outcome: "passed", passedTests: 1 });
}

/** Asks `/health` until it is told to stop: how slow the slowest answer was, milliseconds, and how many there were. */
function watchHealth(): () => Promise<{ slowestMs: number; answers: number }> {
  let isOver = false;
  const watching = (async () => {
    let slowestMs = 0;
    let answers = 0;
    for (; !isOver; answers += 1) {
      const startedAt = performance.now();
      const response = await fetch(`${server.url}/health`, { signal: AbortSignal.timeout(ALIVE_MS) });
      if (response.status !== 200) throw new Error(`/health answered ${response.status}.`);
      await response.text();
      slowestMs = Math.max(slowestMs, performance.now() - startedAt);
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    return { slowestMs, answers };
  })();
  watching.catch(() => {});
  return () => {
    isOver = true;
    return watching;
  };
}

describe("a server under attack", () => {
  it("gives every attack an outcome in its time, answers meanwhile, grades the honest, and is as it was afterwards", async () => {
    const languages = [...new Set(BARRAGE.map(({ language }) => language))];
    for (const language of languages) await expectHonestToPass(language);
    const before = await measure();
    const stopWatching = watchHealth();

    const left = [...BARRAGE];
    const outcomes: string[] = [];
    const excesses: string[] = [];
    let isOver = false;
    const attackers = Array.from({ length: PEOPLE - 1 }, async (_, person) => {
      for (let attack = left.shift(); attack; attack = left.shift()) {
        const { status, text, body: { result } } = await runPatiently(person, attack);
        const name = `${attack.language}, ${attack.name}`;
        outcomes.push(`${name}: ${result?.outcome ?? `status ${status}: ${text}`}`);
        if (result && (result.totalTests > 1 || text.length > 100_000)) excesses.push(`${name}: ${result.totalTests} tests, ${text.length} characters`);
      }
    });
    const bystander = (async () => {
      let passed = 0;
      for (; !isOver; passed += 1) {
        await expectHonestToPass("javascript", `// ${passed}`);
        await new Promise((resolve) => setTimeout(resolve, 200));
      }
      return passed;
    })();
    bystander.catch(() => {});
    await Promise.all(attackers);
    isOver = true;
    expect(await bystander).toBeGreaterThan(2);
    const health = await stopWatching();
    if (process.env.RUNG_TEST_FIGURES) process.stdout.write(`${JSON.stringify({ health, blockedMs: (await measure()).blockedMs, outcomes }, null, 1)}\n`);

    expect(outcomes).toHaveLength(BARRAGE.length);
    expect(outcomes.filter((line) => !/: (failed|errored|timed-out|out-of-memory|too-much-output)$/.test(line))).toEqual([]);
    expect(excesses).toEqual([]);
    const { longestRun } = await measure();
    expect(longestRun.durationMs, longestRun.language ?? "").toBeLessThan(LIMITS.wallMs + SLACK_MS);
    expect(health.answers).toBeGreaterThan(20);
    for (const language of languages) await expectHonestToPass(language);
    await expect.poll(async () => (await measure()).status.engines.every(({ workers, idle }) => workers === idle), { timeout: 120_000, interval: 500 }).toBe(true);
    const after = await measure();
    expect(after.status).toMatchObject({ running: 0, waiting: 0, outcomes: { crashed: 0 } });
    expect(listGroup(child.pid ?? 0)).toHaveLength(after.status.engines.reduce((sum, { workers }) => sum + workers, 0));
    expect(after.rssMb).toBeLessThan(before.rssMb + GROWTH_MB);
    // Engines may have more workers than before; each of them is as large as one was, and Python's are the largest.
    for (const { kind, memoryMb, workers } of after.status.engines) {
      expect(memoryMb / workers, kind).toBeLessThan(600);
      const was = before.status.engines.find((engine) => engine.kind === kind);
      if (was) expect(memoryMb / workers, kind).toBeLessThan(was.memoryMb / was.workers + GROWTH_MB);
    }
  }, 900_000);

  it("keeps what was handed in while it goes on, and judges it", async () => {
    const { status, body } = await post(0, "javascript", "submit", "export function half() { for (;;); }\n");
    expect([status, body]).toEqual([202, expect.anything()]);
    const mine = await post(1, "javascript", "submit", server.labs.javascript.right);
    expect(mine.status).toBe(202);
    const { submissionId } = mine.body;
    await expect.poll(async () => (await (await fetch(`${server.url}/submissions/${submissionId}/events?now`, { headers: { Cookie: server.cookies[1] ?? "" } })).json()) as unknown, { timeout: 120_000, interval: 200 }).toMatchObject({ result: { outcome: "passed" } });
  });

  it("leaves no process and no folder when it ends", async () => {
    const workers = listGroup(child.pid ?? 0);
    expect(workers.length).toBeGreaterThan(0);
    child.kill("SIGTERM");
    await once(child, "exit");
    await expect.poll(() => workers.filter(isAlive), { timeout: 60_000 }).toEqual([]);
    expect(readdirSync(temporary)).toEqual([]);
  });
});

/** Processes whose parent is this one. */
function listGroup(parent: number): number[] {
  return readdirSync("/proc").filter((name) => /^\d+$/.test(name)).map(Number).filter((pid) => {
    try {
      const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
      const [state, of] = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
      return Number(of) === parent && state !== "Z" && readFileSync(`/proc/${pid}/cmdline`, "utf8").includes("worker.ts");
    } catch {
      return false;
    }
  });
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
