/** Python in the worker: CPython by Pyodide, the tests in one isolate and the learner's program in another. */
import { brotliDecompressSync } from "node:zlib";
import type { Engine, RunHost } from "../../engine.ts";
import type { Material, RunCommand } from "../../frames.ts";
import { memoryMessage } from "../../engine.ts";
import { preparePair } from "./pair.ts";
import type { PythonPair } from "./pair.ts";
import { runPython } from "./run.ts";
import { PythonRuntime } from "./runtime.ts";

export function createEngine(): Engine {
  let runtime: PythonRuntime | null = null;
  let pair: PythonPair | null = null;

  return {
    boot({ realm = "", wheels = "[]", image = "" }: Material) {
      runtime = new PythonRuntime(realm, {}, JSON.parse(wheels) as string[]);
      runtime.useImage(brotliDecompressSync(Buffer.from(image, "base64")));
    },
    async prepare() {
      if (runtime === null) throw new Error("Python was not booted");
      pair = await preparePair(runtime);
    },
    run(command: RunCommand, host: RunHost) {
      const current = pair;
      if (current === null) throw new Error("Python was not prepared");
      pair = null;
      if (runtime !== null) runtime.onCatastrophe = () => host.lost(memoryMessage(command.memoryMb));
      try {
        runPython(current, command, host);
      } finally {
        current.dispose();
      }
    },
  };
}
