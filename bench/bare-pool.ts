/** Starts the floor's workers the way the pool starts its own. */
import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";
import type { Duplex } from "node:stream";
import type { StartChild } from "../sandbox/child.ts";
import { encodeFrame, FrameReader, MAX_COMMAND_BYTES, parseAnswer } from "../sandbox/frames.ts";
import { UsageReader } from "../sandbox/usage.ts";

const WORKER = fileURLToPath(new URL("./bare-worker.ts", import.meta.url));

export const startBareWorker: StartChild = (events) => {
  const child = spawn(process.execPath, ["--no-node-snapshot", "--max-old-space-size=96", "--disable-warning=ExperimentalWarning", WORKER], { stdio: ["ignore", "ignore", "inherit", "pipe"] });
  const usage = new UsageReader(child.pid);
  const channel = child.stdio[3] as Duplex;
  const reader = new FrameReader();
  channel.on("data", (bytes: Buffer) => {
    for (const frame of reader.push(bytes)) {
      const answer = parseAnswer(frame);
      if (answer === null) events.broken("a frame of no known form");
      else events.answer(answer);
    }
  });
  channel.on("error", () => {});
  child.once("close", (code, signal) => {
    usage.close();
    events.ended({ code, signal, stderr: "" });
  });
  return {
    send: (command) => void channel.write(encodeFrame(command, MAX_COMMAND_BYTES)),
    usage: () => usage.read(),
    kill: () => void child.kill("SIGKILL"),
  };
};
