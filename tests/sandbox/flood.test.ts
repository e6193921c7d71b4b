import { describe, expect, it } from "vitest";
import { buildSelfTest } from "../../bin/self-test-programs.ts";
import { isBusy } from "../../sandbox/contract.ts";
import type { GradeRequest } from "../../sandbox/contract.ts";
import { createSandbox } from "../../sandbox/sandbox.ts";

const RIGHT = buildSelfTest(1).find(({ language }) => language === "javascript")?.right as GradeRequest;

/** A run of Ann's that uses all of its time. */
function loopOf(serial: number): GradeRequest {
  const files = Object.fromEntries(Object.keys(RIGHT.files).map((path) => [path, `export function half() { for (;;); } // ${serial}`]));
  return { ...RIGHT, files, owner: "ann", limits: { cpuMs: 300, wallMs: 10_000, memoryMb: 96, outputKb: 16 } };
}

describe("a flood by one person", () => {
  it("delays another person by at most one run of it, however often it is asked again", async () => {
    const own = createSandbox({ workers: 1, observers: [] });
    try {
      await own.ready();
      const order: string[] = [];
      let busy = 0;
      // As pages do that are told to wait: ask again, without end.
      let isOver = false;
      const flood = Array.from({ length: 40 }, async (_, serial) => {
        while (!isOver) {
          const answer = await own.grade(loopOf(serial));
          if (!isBusy(answer)) return void order.push("ann");
          busy += 1;
          await new Promise((resolve) => setTimeout(resolve, 5));
        }
      });
      await expect.poll(() => own.status().running).toBe(1);
      const beforeBob = order.length;
      const answer = await own.grade({ ...RIGHT, owner: "bob" });
      const betweenRuns = order.length - beforeBob;
      isOver = true;
      expect(answer).toMatchObject({ outcome: "passed" });
      expect(betweenRuns).toBeLessThanOrEqual(1);
      expect(busy).toBeGreaterThan(0);
      await Promise.all(flood);
    } finally {
      await own.close(0);
    }
  });

  it("gives turns: the second run of one goes after the first of another", async () => {
    const own = createSandbox({ workers: 1, observers: [] });
    try {
      await own.ready();
      const done: string[] = [];
      const ann = (serial: number): Promise<void> => own.grade({ ...loopOf(serial), priority: "submit" }).then(() => void done.push("ann"));
      const first = ann(1);
      await expect.poll(() => own.status().running).toBe(1);
      const second = ann(2);
      const bob = own.grade({ ...RIGHT, owner: "bob", priority: "submit" }).then(() => void done.push("bob"));
      await Promise.all([first, second, bob]);
      expect(done).toEqual(["ann", "bob", "ann"]);
    } finally {
      await own.close(0);
    }
  });
});
