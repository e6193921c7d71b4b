/** A Chromium of its own with an empty profile, for programs that speak its debugging protocol. */
import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { findChromium } from "../../bin/find-chromium.mjs";

export interface OpenChromium {
  /** Where it listens on this machine. */
  port: number;
  close(): Promise<void>;
}

/** @throws Error when no Chromium is installed or it does not start */
export async function openChromium(): Promise<OpenChromium> {
  const program = findChromium();
  if (!program) throw new Error("There is no Chromium here: install one, or say where it is with CHROMIUM_PATH.");
  const profile = mkdtempSync(join(tmpdir(), "rung-chromium-"));
  const child = spawn(program, [
    "--headless=new", "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync", "--remote-debugging-port=0",
    `--user-data-dir=${profile}`, "about:blank",
  ], { stdio: ["ignore", "ignore", "pipe"] });
  const ended = new Promise((resolve) => child.once("close", resolve));
  for await (const line of createInterface({ input: child.stderr })) {
    const port = /^DevTools listening on ws:\/\/[^:]+:(\d+)\//.exec(line)?.[1];
    if (port === undefined) continue;
    child.stderr.resume();
    return {
      port: Number(port),
      async close() {
        child.kill();
        await ended;
        rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
      },
    };
  }
  throw new Error(`${program} ended before it listened.`);
}
