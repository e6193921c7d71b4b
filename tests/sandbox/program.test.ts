import { execFileSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { afterAll, describe, expect, it } from "vitest";
import { stopBundler } from "../../sandbox/bundle.ts";
import { startProcess, workerFlags } from "../../sandbox/child.ts";
import type { Child } from "../../sandbox/child.ts";
import { ENGINES } from "../../sandbox/engines.ts";
import { bundleProgram } from "../../sandbox/program.ts";

const SOURCES = fileURLToPath(new URL("../../sandbox/", import.meta.url));
afterAll(stopBundler);

describe("the workers' program", () => {
  it("may not read this project's sources", () => {
    const script = `const { readFileSync, readdirSync } = require("node:fs");
      const said = [() => readdirSync(${JSON.stringify(SOURCES)}), () => readFileSync(${JSON.stringify(`${SOURCES}worker.ts`)})].map((act) => { try { act(); return "read"; } catch (error) { return error.code; } });
      console.log(said.join());`;
    for (const engine of ENGINES.values()) {
      const said = execFileSync(process.execPath, [...workerFlags(engine.readable(), engine.flags), "-e", script], { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"], env: {} as NodeJS.ProcessEnv });
      expect(said.trim(), engine.kind).toBe("ERR_ACCESS_DENIED,ERR_ACCESS_DENIED");
    }
  });

  it("is what a worker runs: without one it ends, with one it gets ready", async () => {
    const engine = ENGINES.get("javascript");
    if (engine === undefined) throw new Error("no JavaScript");
    const material = await engine.material();
    const begin = (program: string): Promise<string> => new Promise((resolve) => {
      const child: Child = startProcess([], engine, program)({
        answer: ({ type }) => {
          resolve(type);
          child.kill();
        },
        broken: resolve,
        ended: ({ stderr }) => resolve(stderr),
      });
      child.send({ type: "boot", engine: "javascript", material });
    });
    expect(await begin("() => { throw new Error('another program'); }")).toContain("another program");
    expect(await begin(await bundleProgram())).toBe("ready");
  });
});
