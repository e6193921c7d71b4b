import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { afterAll, describe, expect, it } from "vitest";
import { bundleSource, stopBundler } from "../../sandbox/bundle.ts";
import { listChildren } from "../../bench/cpu.ts";

const bundle = (): Promise<string> => bundleSource(fileURLToPath(new URL("../../sandbox/contract.ts", import.meta.url)), "OUTCOMES");

const listBundlers = (): number[] => listChildren().filter((pid) => readFileSync(`/proc/${pid}/cmdline`, "latin1").includes("esbuild"));

afterAll(stopBundler);

describe("the bundler, which all sandboxes of a process share", () => {
  it("finishes what one asked for while another stops it", async () => {
    const first = bundle();
    const second = stopBundler().then(bundle);
    await stopBundler();
    expect(await Promise.all([first, second])).toEqual([expect.stringContaining("timed-out"), expect.stringContaining("timed-out")]);
  });

  it("makes bundles that are asked for while it stops", async () => {
    await bundle();
    const [, text] = await Promise.all([stopBundler(), bundle()]);
    expect(text).toContain("timed-out");
  });

  it("leaves no process behind when the last bundle is made", async () => {
    const text = bundle();
    await stopBundler();
    expect(listBundlers()).toHaveLength(1);
    await text;
    await expect.poll(listBundlers).toEqual([]);
  });
});
