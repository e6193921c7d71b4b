/** Has what interpreters start from made by a process of its own, `start-program.ts`. */
import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";
import { workerFlags } from "../../child.ts";
import type { Material } from "../../frames.ts";
import { FLAGS } from "./flags.ts";

const PROGRAM = fileURLToPath(new URL("./start-program.ts", import.meta.url));
/** The maker runs from its sources. */
const SOURCES = fileURLToPath(new URL("../../", import.meta.url));
const PATIENCE_MS = 120_000;
const KEPT_STDERR = 2_000;

/** Packed. Without an image where none was wanted. */
export interface MadeStart {
  code: Buffer;
  image: Buffer | null;
}

/** `isImageWanted`: one that takes seconds to make. `readable`: what Python's workers may read. Rejects with what the program said when it can't be made. */
export function haveStartMade(material: Material, isImageWanted: boolean, readable: readonly string[]): Promise<MadeStart> {
  return new Promise((resolve, reject) => {
    const maker = spawn(process.execPath, [...workerFlags([...readable, SOURCES], FLAGS), PROGRAM], { env: {} as NodeJS.ProcessEnv, timeout: PATIENCE_MS, killSignal: "SIGKILL", stdio: ["pipe", "pipe", "pipe"] });
    const chunks: Buffer[] = [];
    let said = "";
    maker.stdout.on("data", (chunk: Buffer) => chunks.push(chunk));
    maker.stderr.on("data", (chunk: Buffer) => {
      said = (said + chunk.toString("utf8")).slice(-KEPT_STDERR);
    });
    maker.once("error", reject);
    maker.once("close", (code) => {
      if (code === 0) resolve(split(Buffer.concat(chunks)));
      else reject(new Error(`Python's start could not be made (${code ?? "stopped"}): ${said}`));
    });
    // A maker that ends early is told of by its end.
    maker.stdin.on("error", () => {});
    maker.stdin.end(JSON.stringify({ ...material, wanted: isImageWanted ? "image" : "" }));
  });
}

function split(bytes: Buffer): MadeStart {
  const codeEnd = 4 + bytes.readUInt32LE(0);
  return { code: bytes.subarray(4, codeEnd), image: codeEnd === bytes.length ? null : bytes.subarray(codeEnd) };
}
