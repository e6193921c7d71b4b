/**
 * Type errors of a learner's TypeScript, in the worker. The compiler runs none of it, so its isolate lives on between runs, warm;
 * types that never come to an end end with the process, as programs do.
 */
import { createRequire } from "node:module";
import type IsolatedVm from "isolated-vm";
import { memoryMessage, Stop, timeMessage } from "../../engine.ts";
import type { Engine, RunHost } from "../../engine.ts";
import type { Material, RunCommand } from "../../frames.ts";

const require = createRequire(import.meta.url);
const ivm = require("isolated-vm") as typeof IsolatedVm;

/** The compiler and its library take 90 of it. */
const HEAP_MB = 320;
const WARM_UP = { "main.ts": "interface Warm { up: readonly string[] }\nexport const warm = (one: Warm): string => one.up.map((part) => part.trim()).join('');\n" };

export function createEngine(): Engine {
  let isolate: IsolatedVm.Isolate | null = null;
  let check: IsolatedVm.Reference<(request: string) => string> | null = null;
  let onCatastrophe = (): void => process.abort();
  const ask = (files: Readonly<Record<string, string>>, timeoutMs: number): unknown => {
    if (check === null) throw new Error("a run before anything was prepared");
    const text: unknown = check.applySync(undefined, [JSON.stringify({ files })], { timeout: timeoutMs });
    return JSON.parse(String(text));
  };

  return {
    boot({ checker = "", compiler = "", libraries = "{}" }: Material) {
      isolate = new ivm.Isolate({ memoryLimit: HEAP_MB, onCatastrophicError: () => onCatastrophe() });
      const context = isolate.createContextSync();
      isolate.compileScriptSync(`${compiler}\n;globalThis.ts = ts;`, { filename: "rung:typescript" }).runSync(context);
      context.global.setSync("__libraries", libraries);
      check = isolate.compileScriptSync(`(${checker})(ts, JSON.parse(__libraries))`, { filename: "rung:types" }).runSync(context, { reference: true }) as unknown as
        IsolatedVm.Reference<(request: string) => string>;
      ask(WARM_UP, 20_000);
    },
    prepare() {
      onCatastrophe = () => process.abort();
    },
    run(command: RunCommand, host: RunHost) {
      onCatastrophe = () => host.lost(memoryMessage(command.memoryMb));
      let list: unknown;
      try {
        list = ask(command.files, command.stretchMs);
      } catch (error) {
        const message = error instanceof Error ? error.message : "";
        if (message.includes("timed out")) throw new Stop("timed-out", timeMessage(command.cpuMs));
        if (isolate?.isDisposed === true) throw new Stop("out-of-memory", memoryMessage(command.memoryMb));
        // Types nested so deeply that the compiler itself gives up; it starts afresh.
        if (/call stack|too deep/i.test(message)) throw new Stop("timed-out", "The types of this program are nested more deeply than the compiler can follow.");
        throw error;
      }
      host.report({ type: "diagnostics", list });
      host.report({ type: "loaded" });
      host.report({ type: "declare", tests: [] });
      host.report({ type: "finish" });
    },
  };
}
