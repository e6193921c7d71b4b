/** The product as a server process of its own, and people who hand in over HTTP and wait for their verdicts. */
import { spawn } from "node:child_process";
import type { ChildProcess } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { request } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { ensureBuild } from "../bin/ensure-build.mjs";
import { readTreeCpuMs } from "./cpu.ts";
import { sumSource } from "./labs.ts";
import { freshKey } from "./programs.ts";
import type { Started } from "./server-process.ts";

const PROJECT = fileURLToPath(new URL("../", import.meta.url));
const LAB = "/courses/bench/speed/sum";

export interface ServedApp {
  people: number;
  /** Hands in a right program as person number `person`, waits for its event stream to say the verdict, and checks it. Milliseconds. */
  submit(person: number): Promise<number>;
  /** Hands in only; the answer is the submission. */
  handIn(person: number): Promise<string>;
  waitForVerdict(person: number, submissionId: string): Promise<void>;
  /** Milliseconds until `/health` has answered. */
  askHealth(): Promise<number>;
  /** CPU time of the server and all its workers. */
  cpuMs(): number;
  close(): Promise<void>;
}

export async function openApp({ people, workers }: { people: number; workers?: number }): Promise<ServedApp> {
  if (!ensureBuild(PROJECT, process.execPath)) throw new Error("The pages could not be built: see above.");
  const folder = mkdtempSync(join(tmpdir(), "rung-bench-"));
  const child = spawn(process.execPath, [
    "--no-node-snapshot", "--disable-warning=ExperimentalWarning", fileURLToPath(new URL("./server-process.ts", import.meta.url)), folder, String(people), String(workers ?? ""),
  ], { cwd: PROJECT, stdio: ["pipe", "pipe", "inherit"], env: { PATH: process.env["PATH"] ?? "", NODE_ENV: "production" } });
  const started = await readStarted(child);
  const cookies = [await signIn(started), ...started.cookies];
  const call = (person: number, path: string, body?: object): Promise<Answer> => send(started.url, path, { cookie: cookies[person % cookies.length] ?? "" }, body);

  const app: ServedApp = {
    people: cookies.length,
    async submit(person) {
      const startedAt = performance.now();
      await app.waitForVerdict(person, await app.handIn(person));
      return performance.now() - startedAt;
    },
    async handIn(person) {
      const { status, text } = await call(person, `${LAB}/submit`, { files: { "sum.ts": sumSource() }, idempotencyKey: freshKey() });
      if (status !== 202) throw new Error(`Handing in was answered ${status}: ${text.slice(0, 300)}`);
      return (JSON.parse(text) as { submissionId: string }).submissionId;
    },
    async waitForVerdict(person, submissionId) {
      const { status, text } = await call(person, `/submissions/${submissionId}/events`);
      const last = text.trim().split("\n").findLast((line) => line.startsWith("data: "))?.slice(6) ?? "null";
      const event = JSON.parse(last) as { state: string; result: { outcome: string; tests: { status: string }[] } | null } | null;
      const passed = event?.result?.tests.filter((test) => test.status === "passed").length;
      if (status !== 200 || event?.state !== "done" || event.result?.outcome !== "passed" || passed !== 5) throw new Error(`A right program was not graded so: ${text.slice(-500)}`);
    },
    async askHealth() {
      const startedAt = performance.now();
      const { status } = await send(started.url, "/health", {});
      if (status !== 200) throw new Error(`/health answered ${status}`);
      return performance.now() - startedAt;
    },
    cpuMs: () => readTreeCpuMs(child.pid as number),
    async close() {
      const ended = new Promise((resolve) => child.once("close", resolve));
      child.stdin?.end();
      const timer = setTimeout(() => child.kill("SIGKILL"), 10_000);
      await ended;
      clearTimeout(timer);
      rmSync(folder, { recursive: true, force: true });
    },
  };
  return app;
}

async function readStarted(child: ChildProcess): Promise<Started> {
  const lines = createInterface({ input: child.stdout as NodeJS.ReadableStream });
  for await (const line of lines) if (line.startsWith("{")) return JSON.parse(line) as Started;
  throw new Error("The server did not start: see above.");
}

async function signIn({ url, email, password }: Started): Promise<string> {
  const response = await fetch(`${url}/sign-in`, {
    method: "POST", redirect: "manual", body: new URLSearchParams({ email, password, next: "/today" }),
    headers: { Origin: url, "Content-Type": "application/x-www-form-urlencoded" },
  });
  const cookie = response.headers.getSetCookie()[0]?.split(";")[0];
  if (response.status !== 302 || cookie === undefined) throw new Error(`Signing in was answered ${response.status}`);
  return cookie;
}

interface Answer {
  status: number;
  text: string;
}
/** One request, on a connection of its own as a browser's event stream has. With a body it is a POST of JSON. */
function send(url: string, path: string, headers: Record<string, string>, body?: object): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const text = body === undefined ? null : JSON.stringify(body);
    const asked = request(new URL(path, url), {
      method: text === null ? "GET" : "POST",
      headers: { ...headers, ...(text === null ? {} : { "Content-Type": "application/json", "Content-Length": String(Buffer.byteLength(text)), Origin: url }) },
    }, (response) => {
      let answer = "";
      response.setEncoding("utf8");
      response.on("data", (part: string) => (answer += part));
      response.once("end", () => resolve({ status: response.statusCode ?? 0, text: answer }));
      response.once("error", reject);
    });
    asked.once("error", reject);
    asked.end(text ?? undefined);
  });
}
