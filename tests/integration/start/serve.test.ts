import { execFileSync, spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import Sqlite from "better-sqlite3";
import { afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { openDatabase } from "../../../db/open-database.ts";
import { loadRealBuild } from "../../helpers/serve-app.ts";

const PROJECT = fileURLToPath(new URL("../../../", import.meta.url));

let folder: string;
let children: ChildProcess[];

beforeAll(async () => {
  await loadRealBuild();
});
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "rung-serve-"));
  children = [];
});
afterEach(() => {
  for (const child of children) child.kill("SIGKILL");
  rmSync(folder, { recursive: true, force: true });
});

interface Started {
  child: ChildProcess;
  /** What it has printed so far. */
  said: () => string;
  /** Waits for a line that matches. */
  until: (pattern: RegExp) => Promise<RegExpExecArray>;
  ended: Promise<number | null>;
}

function start(environment: Record<string, string>, command: string[] = ["--no-node-snapshot", "bin/rung.ts", "serve"]): Started {
  const inherited = Object.fromEntries(Object.entries(process.env).filter(([name]) => name !== "NODE_ENV")) as NodeJS.ProcessEnv;
  const child = spawn(process.execPath, command, {
    cwd: PROJECT,
    env: { ...inherited, HOST: "127.0.0.1", PORT: "0", DATABASE_FILE: join(folder, "rung.db"), SANDBOX_WORKERS: "1", SANDBOX_LANGUAGES: "javascript", ...environment },
  });
  children.push(child);
  let text = "";
  for (const stream of [child.stdout, child.stderr]) stream?.on("data", (chunk: Buffer) => (text += chunk.toString("utf8")));
  const ended = once(child, "close").then(([code]) => code as number | null);
  return {
    child,
    said: () => text,
    async until(pattern) {
      await expect.poll(() => pattern.test(text), { timeout: 150_000, message: `${pattern} in what it says` }).toBe(true);
      return pattern.exec(text) as RegExpExecArray;
    },
    ended,
  };
}

async function addressOf(server: Started): Promise<string> {
  const [, url = ""] = await server.until(/Rung is at (http:[^\s"]+)/);
  return url;
}

describe("serving", () => {
  it("in a demo puts four people into an empty database, says who they are, and ends on a signal with nothing left", async () => {
    const server = start({ NODE_ENV: "demo" });
    const url = await addressOf(server);
    await server.until(/Stop it with Ctrl\+C/);
    for (const name of ["learner", "instructor", "grader", "administrator"]) expect(server.said()).toContain(`${name}@rung.example`);
    expect(server.said()).toContain("climb-one-rung");

    const signIn = await fetch(`${url}/sign-in`, { method: "POST", redirect: "manual", headers: { Origin: url }, body: new URLSearchParams({ email: "learner@rung.example", password: "climb-one-rung" }) });
    expect(signIn.status).toBe(302);
    expect(signIn.headers.get("set-cookie")).toMatch(/^rung=\w+;.*HttpOnly/);
    expect((await fetch(`${url}/ready`)).status).toBe(200);

    const group = listDescendants(server.child.pid ?? 0);
    expect(group.length).toBeGreaterThan(0);
    server.child.kill("SIGTERM");
    expect(await server.ended).toBe(0);
    await expect.poll(() => group.filter(isAlive), { timeout: 60_000 }).toEqual([]);
  });

  it("in production makes no people, and rung user add makes the first administrator", async () => {
    const added = start({ NODE_ENV: "production" }, ["--no-node-snapshot", "bin/rung.ts", "user", "add", "--email", "first@example.org", "--name", "First", "--administrator", "--generate"]);
    expect(await added.ended).toBe(0);
    const [, password = ""] = /The password is (\S+)/.exec(added.said()) ?? [];

    const server = start({ NODE_ENV: "production" });
    const url = await addressOf(server);
    expect(server.said()).not.toContain("rung.example");
    const tryOut = (email: string, secret: string) => fetch(`${url}/sign-in`, { method: "POST", redirect: "manual", headers: { Origin: url }, body: new URLSearchParams({ email, password: secret }) });
    expect((await tryOut("learner@rung.example", "climb-one-rung")).status).toBe(400);
    const signIn = await tryOut("first@example.org", password);
    expect(signIn.status).toBe(302);
    const cookie = signIn.headers.get("set-cookie")?.split(";")[0] ?? "";
    expect((await fetch(`${url}/people`, { headers: { Cookie: cookie } })).status).toBe(200);
    server.child.kill("SIGINT");
    expect(await server.ended).toBe(0);
  });
});

describe("a start that can't be", () => {
  async function refusal(environment: Record<string, string> = {}): Promise<string> {
    const server = start(environment);
    expect(await server.ended).toBe(1);
    return server.said();
  }

  it("names a wrong setting", async () => {
    expect(await refusal({ PORT: "many" })).toMatch(/^Rung cannot start with these settings:\n {2}PORT=many: .*Port of the web server.*\n$/);
  });

  it("names a database of a newer version", async () => {
    openDatabase(join(folder, "rung.db")).close();
    const raw = new Sqlite(join(folder, "rung.db"));
    raw.prepare("insert into __drizzle_migrations (hash, created_at) values ('later', 99999999999999)").run();
    raw.close();
    expect(await refusal()).toMatch(/^The database .* was made by a newer version of Rung\. .*\n$/);
  });

  it("names a damaged database", async () => {
    writeFileSync(join(folder, "rung.db"), "no database at all, only words. ".repeat(400));
    expect(await refusal()).toMatch(/^The file .* is damaged or no database .*restore a backup in its place\.\n$/);
  });
});

/** Processes below one. */
function listDescendants(pid: number): number[] {
  const rows = execFileSync("ps", ["-Ao", "pid=,ppid="], { encoding: "utf8" }).trim().split("\n").map((line) => line.trim().split(/\s+/).map(Number) as [number, number]);
  const below = (parent: number): number[] => rows.filter(([, of]) => of === parent).flatMap(([child]) => [child, ...below(child)]);
  return below(pid);
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
