/** Server processes of the bench, and requests to them over kept connections. */
import { spawn } from "node:child_process";
import { Agent, request } from "node:http";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { readTreeCpuMs } from "../cpu.ts";
import type { Listening } from "./server-process.ts";

const PROCESS = fileURLToPath(new URL("./server-process.ts", import.meta.url));

export interface Served extends Listening {
  /** Milliseconds until the whole answer is there. Throws unless its status is `wanted`. */
  ask(wanted: number, path: string, headers: Record<string, string>, form?: URLSearchParams): Promise<{ ms: number; bytes: number }>;
  /** CPU time of the process and its children so far. */
  cpuMs(): number;
  close(): Promise<void>;
}

export async function serve(args: readonly string[]): Promise<Served> {
  const child = spawn(process.execPath, ["--no-node-snapshot", "--disable-warning=ExperimentalWarning", PROCESS, ...args], { stdio: ["pipe", "pipe", "inherit"], env: { PATH: process.env["PATH"] ?? "", NODE_ENV: "production" } });
  // The server ends connections that nobody used for five seconds: none is taken up again that late.
  const agent = new Agent({ keepAlive: true, maxSockets: 8, timeout: 3_000 });
  let listening: Listening | null = null;
  for await (const line of createInterface({ input: child.stdout })) {
    if (line.startsWith("{")) {
      listening = JSON.parse(line) as Listening;
      break;
    }
  }
  if (!listening) throw new Error("The server did not start: see above.");
  const { url } = listening;
  return {
    ...listening,
    ask: (wanted, path, headers, form) => {
      const startedAt = performance.now();
      const body = form?.toString();
      return new Promise((resolve, reject) => {
        const sent = request(new URL(path, url), {
          agent, method: body === undefined ? "GET" : "POST",
          headers: { ...headers, ...(body === undefined ? {} : { Origin: url, "Content-Type": "application/x-www-form-urlencoded", "Content-Length": Buffer.byteLength(body) }) },
        }, (response) => {
          let bytes = 0;
          response.on("data", (part: Buffer) => (bytes += part.length));
          response.once("end", () => {
            if (response.statusCode === wanted) resolve({ ms: performance.now() - startedAt, bytes });
            else reject(new Error(`${path} was answered ${response.statusCode}, not ${wanted}`));
          });
          response.once("error", reject);
        });
        sent.once("error", reject);
        sent.end(body);
      });
    },
    cpuMs: () => readTreeCpuMs(child.pid as number),
    close: () =>
      new Promise((resolve) => {
        agent.destroy();
        const timer = setTimeout(() => child.kill("SIGKILL"), 10_000);
        child.once("close", () => {
          clearTimeout(timer);
          resolve();
        });
        child.stdin.end();
      }),
  };
}
