import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { execFileSync } from "node:child_process";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { isBusy } from "../../sandbox/contract.ts";
import type { EngineKind, RestartReason, RunRecord } from "../../sandbox/contract.ts";
import { makeControlGroup } from "../../sandbox/control-group.ts";
import { checkVersions, FLOOR, probeLayers } from "../../sandbox/layers.ts";
import { createSandbox } from "../../sandbox/sandbox.ts";

const request = (text: string) => ({ language: "javascript", files: { "a.js": text }, tests: [{ path: "a.test.js", group: "visible", text: 'import { f } from "./a"; test("f", () => { expect(f()).toBe(1); });' }] }) as const;

describe("layers", () => {
  it("each say what they stop, how they are made or why not, and what to do for those that are missing", async () => {
    const { list, prefix } = await probeLayers();
    expect(list.map(({ name }) => name).sort()).toEqual(["another user", "control group", "memory watch", "no network", "no orphans", "no privileges", "permission model", "resource limits"]);
    for (const { name, active, stops, detail, remedy } of list) {
      expect(stops, name).toMatch(/^[A-Z].{10,}\.$/);
      expect(detail.length, name).toBeGreaterThan(5);
      expect(remedy === null, name).toBe(active);
    }
    expect(execFileSync(prefix[0] ?? "/bin/echo", [...prefix.slice(1), ...(prefix.length > 0 ? ["/bin/echo"] : []), "inside"], { env: {} as NodeJS.ProcessEnv, encoding: "utf8" })).toBe("inside\n");
  });

  it("are around a worker: not the server's user when that is root, and no new privileges", async () => {
    const { list } = await probeLayers();
    const isActive = (name: string) => list.find((layer) => layer.name === name)?.active === true;
    const sandbox = createSandbox({ workers: 1 });
    try {
      await sandbox.ready();
      const worker = readFileSync(`/proc/${process.pid}/task/${process.pid}/children`, "utf8").trim().split(" ").map((pid) => readFileSync(`/proc/${pid}/status`, "utf8")).at(-1) ?? "";
      expect(/^NoNewPrivs:\s(\d)/m.exec(worker)?.[1]).toBe(isActive("no privileges") ? "1" : "0");
      expect(/^Uid:\s+(\d+)/m.exec(worker)?.[1] === "0").toBe(process.getuid?.() === 0 && !isActive("another user"));
    } finally {
      await sandbox.close(0);
    }
  });

  it("come with the versions and their floor", async () => {
    const sandbox = createSandbox({ workers: 1, languages: [], versions: { isolatedVm: "7.0.0", node: "24.1.0" } });
    expect(await sandbox.protection()).toMatchObject({ versions: [{ name: "Node", version: "24.1.0", floor: FLOOR.node }, { name: "isolated-vm", version: "7.0.0", floor: FLOOR.isolatedVm }], problem: expect.stringContaining("known hole") });
    expect(checkVersions({ isolatedVm: "7.0.1", node: "24.0.0" })).toHaveLength(2);
    await sandbox.close(0);
  });
});

describe("a control group", () => {
  let root: string;
  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), "rung-cgroup-"));
    mkdirSync(join(root, "rung.service", "server"), { recursive: true });
  });
  afterEach(() => rmSync(root, { recursive: true }));
  const make = (membership: string) => makeControlGroup({ root, membership });

  it("is made beside the server's own where memory and threads were delegated, and a command enters it", () => {
    writeFileSync(join(root, "rung.service", "cgroup.subtree_control"), "cpu memory pids\n");
    const group = make("0::/rung.service/server\n");
    if ("problem" in group) throw new Error(group.problem);
    expect(group.folder).toBe(join(root, "rung.service", "rung-workers"));
    expect(Number(readFileSync(join(group.folder, "memory.max"), "utf8"))).toBe(group.memoryMb * 1_048_576);
    expect(readFileSync(join(group.folder, "pids.max"), "utf8")).toBe(String(group.tasks));
    const [program = "", ...args] = group.prefix;
    const said = execFileSync(program, [...args, "/bin/sh", "-c", "echo $$"], { encoding: "utf8" });
    expect(readFileSync(join(group.folder, "cgroup.procs"), "utf8")).toBe(said);
  });

  it.each([
    ["in the old hierarchy", "4:memory:/x\n", "memory pids", "no cgroup v2"],
    ["at the root", "0::/\n", "memory pids", "hands on no memory"],
    ["without controllers", "0::/rung.service/server\n", "cpu", "hands on no memory"],
  ])("is not there %s, and that is said", (_where, membership, controllers, sentence) => {
    writeFileSync(join(root, "rung.service", "cgroup.subtree_control"), controllers);
    expect(make(membership)).toMatchObject({ problem: expect.stringContaining(sentence) });
  });
});

describe("observers", () => {
  it("hear of each result once, with its times, and of each replaced worker with the reason", async () => {
    const runs: RunRecord[] = [];
    const restarts: [EngineKind, RestartReason][] = [];
    const sandbox = createSandbox({ workers: 1, observers: [{ onRun: (run) => void runs.push(run) }, { onRestart: (engine, reason) => void restarts.push([engine, reason]) }] });
    try {
      await sandbox.ready();
      const all = await Promise.all([
        sandbox.grade({ ...request("export const f = () => 1;"), priority: "submit" }),
        sandbox.grade({ ...request("export const f = () => { for (;;); };"), limits: { cpuMs: 200, wallMs: 2_000 } }),
        sandbox.grade({ ...request("export const f = () => 1; // later"), priority: "regrade" }),
        sandbox.grade({ ...request(""), files: { "../a.js": "" } }),
      ]);
      expect(all.map((answer) => (isBusy(answer) ? "busy" : answer.outcome))).toEqual(["passed", "timed-out", "passed", "errored"]);
      expect(runs.map(({ priority, outcome }) => [priority, outcome])).toEqual([["run", "errored"], ["submit", "passed"], ["run", "timed-out"], ["regrade", "passed"]]);
      const [refused, first, loop, last] = runs as [RunRecord, RunRecord, RunRecord, RunRecord];
      expect(refused).toMatchObject({ waitedMs: 0, durationMs: 0 });
      expect(first.durationMs).toBeGreaterThan(0);
      expect(loop.durationMs).toBeGreaterThan(first.waitedMs);
      expect(last.waitedMs).toBeGreaterThanOrEqual(loop.durationMs);
      expect(restarts).toEqual([["javascript", "limit"]]);
      expect(sandbox.status().queue).toEqual({ waiting: { submit: 0, run: 0, preview: 0, regrade: 0 }, oldestMs: 0 });
    } finally {
      await sandbox.close(0);
    }
  });

  it("see who waits, by priority, and for how long", async () => {
    const sandbox = createSandbox({ workers: 1, languages: [] });
    const waiting = [sandbox.grade({ ...request("export const f = () => 1;"), priority: "submit" }), sandbox.grade(request("export const f = () => 1; //"))];
    await new Promise((resolve) => setTimeout(resolve, 20));
    const { queue } = sandbox.status();
    expect(queue.waiting).toEqual({ submit: 1, run: 1, preview: 0, regrade: 0 });
    expect(queue.oldestMs).toBeGreaterThan(10);
    await sandbox.close(0);
    await Promise.all(waiting);
  });
});
