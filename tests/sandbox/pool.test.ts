import fc from "fast-check";
import { afterEach, describe, expect, it, vi } from "vitest";
import { isBusy } from "../../sandbox/contract.ts";
import type { Busy, GradeRequest, GradeResult, Sandbox } from "../../sandbox/contract.ts";
import type { Answer, RunCommand } from "../../sandbox/frames.ts";
import { createSandbox } from "../../sandbox/sandbox.ts";
import { passingAnswers, startDoubles, startNone } from "./child-double.ts";
import type { Double, DoubleStart } from "./child-double.ts";

const request: GradeRequest = { language: "javascript", files: { "sum.js": "" }, tests: [{ path: "sum.test.js", text: "", group: "visible" }] };
const open: Sandbox[] = [];
afterEach(async () => {
  for (const sandbox of open.splice(0)) await sandbox.close(0);
});

async function sandboxOf(doubles: DoubleStart, workers = 1, log: (event: object) => void = () => {}, maxWaiting = 10): Promise<Sandbox> {
  const sandbox = createSandbox({ workers, maxWaiting, start: doubles.start, log, retryAfterMs: 0 });
  open.push(sandbox);
  await sandbox.ready();
  return sandbox;
}
function result(answer: GradeResult | Busy): GradeResult {
  if (isBusy(answer)) throw new Error(answer.message);
  return answer;
}
const honest = (double: Double, command: RunCommand): void => {
  for (const answer of passingAnswers(command)) double.answer(answer);
};

describe("the pool", () => {
  it("gives a worker one run after the other and tells how it is", async () => {
    const doubles = startDoubles(honest);
    const sandbox = await sandboxOf(doubles);
    expect(result(await sandbox.grade(request)).outcome).toBe("passed");
    expect(result(await sandbox.grade(request)).outcome).toBe("passed");
    expect(doubles.made).toHaveLength(1);
    expect(sandbox.status()).toMatchObject({ workers: 1, running: 0, waiting: 0, restarts: 0, outcomes: { passed: 2, failed: 0 } });
  });

  it("gives every run a secret and a number of its own", async () => {
    const doubles = startDoubles(honest);
    const sandbox = await sandboxOf(doubles);
    await sandbox.grade(request);
    await sandbox.grade(request);
    const [first, second] = (doubles.made[0] as Double).commands as [RunCommand, RunCommand];
    expect(first.secret).toMatch(/^[0-9a-f]{32}$/);
    expect(second.secret).not.toBe(first.secret);
    expect(second.job).not.toBe(first.job);
  });

  it("tries a crash once more, on another worker", async () => {
    const doubles = startDoubles((double, command, n) => (n === 0 ? double.die() : honest(double, command)));
    const sandbox = await sandboxOf(doubles);
    expect(result(await sandbox.grade(request)).outcome).toBe("passed");
    expect(doubles.made.length).toBeGreaterThan(1);
    expect(sandbox.status()).toMatchObject({ restarts: 1, outcomes: { passed: 1, crashed: 0 } });
  });

  it("says that it crashed after the second time, and goes on", async () => {
    let crashes = 2;
    const doubles = startDoubles((double, command) => {
      crashes -= 1;
      if (crashes >= 0) double.die("SIGSEGV");
      else honest(double, command);
    });
    const sandbox = await sandboxOf(doubles);
    const crashed = result(await sandbox.grade(request));
    expect(crashed).toMatchObject({ outcome: "crashed", score: 0 });
    expect(crashed.message).toMatch(/not your mistake/);
    expect(result(await sandbox.grade(request)).outcome).toBe("passed");
  });

  it("answers whoever waits when its workers can't be started", async () => {
    const sandbox = createSandbox({ workers: 1, start: startNone, retryAfterMs: 0 });
    open.push(sandbox);
    const waited = result(await sandbox.grade(request));
    expect(waited).toMatchObject({ outcome: "crashed", score: 0 });
    expect(waited.message).toMatch(/can't be started/);
    await expect(sandbox.ready()).rejects.toThrow(/can't be started/);
  });

  it("calls it out of memory when a worker dies with most of its memory used", async () => {
    const doubles = startDoubles((double) => {
      double.usage.rssMb = 60 + 100;
      setTimeout(() => double.die("SIGABRT"), 200);
    });
    const sandbox = await sandboxOf(doubles);
    expect(result(await sandbox.grade({ ...request, limits: { memoryMb: 128 } })).outcome).toBe("out-of-memory");
  });

  it("ends a worker that uses more memory, CPU time or time than its run may, and never uses it again", async () => {
    const acts: ((double: Double) => void)[] = [
      (double) => { double.usage.rssMb = 60 + 65; },
      (double) => { double.usage.cpuMs = 100_000; },
      () => {},
    ];
    const doubles = startDoubles((double, command) => {
      const act = acts.shift();
      if (act === undefined) honest(double, command);
      else act(double);
    });
    const sandbox = await sandboxOf(doubles);
    const outcomes: string[] = [];
    for (let i = 0; i < 4; i += 1) outcomes.push(result(await sandbox.grade({ ...request, limits: { memoryMb: 64, wallMs: 600 } })).outcome);
    expect(outcomes).toEqual(["out-of-memory", "timed-out", "timed-out", "passed"]);
    expect(doubles.made.slice(0, 3).map((double) => [double.killed, double.commands.length])).toEqual([[true, 1], [true, 1], [true, 1]]);
  });

  it("has another worker ready before a run meets its limit, and is whole when it does", async () => {
    let isLoop = true;
    const doubles = startDoubles((double, command) => {
      if (isLoop) double.usage.cpuMs = 600;
      else honest(double, command);
    });
    const sandbox = await sandboxOf(doubles);
    const loop = sandbox.grade({ ...request, limits: { cpuMs: 1_000 } });
    await expect.poll(() => sandbox.status()).toMatchObject({ running: 1, idle: 1 });
    expect(doubles.made.map((double) => double.killed)).toEqual([false, false]);
    (doubles.made[0] as Double).usage.cpuMs = 5_000;
    isLoop = false;
    expect(result(await loop).outcome).toBe("timed-out");
    expect(result(await sandbox.grade(request)).outcome).toBe("passed");
    expect((doubles.made[1] as Double).commands).toHaveLength(1);
  });

  it("keeps one worker more after it lost one, never two, and gives up the spare one when nothing was lost for a while", async () => {
    vi.useFakeTimers();
    try {
      const doubles = startDoubles((double) => void (double.usage.rssMb = 1_000));
      const restarts: string[] = [];
      const sandbox = createSandbox({ workers: 2, start: doubles.start, retryAfterMs: 0, observers: [{ onRestart: (_, reason) => restarts.push(reason) }] });
      open.push(sandbox);
      const ready = sandbox.ready();
      await vi.advanceTimersByTimeAsync(300);
      await ready;
      const runs = [1, 2, 3, 4, 5].map(() => sandbox.grade(request));
      await vi.advanceTimersByTimeAsync(3_000);
      expect((await Promise.all(runs)).map((answer) => result(answer).outcome)).toEqual(Array(5).fill("out-of-memory"));
      expect(sandbox.status()).toMatchObject({ running: 0, idle: 3, engines: [{ workers: 3, restarts: 5 }] });
      await vi.advanceTimersByTimeAsync(61_000);
      expect(sandbox.status()).toMatchObject({ idle: 2, engines: [{ workers: 2, restarts: 5 }] });
      expect(restarts).toEqual(Array(5).fill("limit"));
      await vi.advanceTimersByTimeAsync(600_000);
      expect(sandbox.status().engines[0]?.workers).toBe(2);
    } finally {
      vi.useRealTimers();
    }
  });

  it("answers Busy to an owner's third run and to everybody when the queue is full", async () => {
    const waiting: (() => void)[] = [];
    const doubles = startDoubles((double, command) => waiting.push(() => honest(double, command)));
    const sandbox = await sandboxOf(doubles, 1, () => {}, 2);
    const first = sandbox.grade({ ...request, owner: "ada" });
    const second = sandbox.grade({ ...request, owner: "ada" });
    const third = await sandbox.grade({ ...request, owner: "ada" });
    expect(third).toMatchObject({ busy: true, retryAfterMs: expect.any(Number) });
    const other = sandbox.grade({ ...request, owner: "bob" });
    expect(await sandbox.grade({ ...request, owner: "eve" })).toMatchObject({ busy: true });
    expect(sandbox.status()).toMatchObject({ running: 1, waiting: 2 });
    const answers = Promise.all([first, second, other]);
    for (let served = 0; served < 3;) {
      const go = waiting.shift();
      if (go === undefined) await new Promise((resolve) => setTimeout(resolve, 5));
      else {
        served += 1;
        go();
      }
    }
    expect((await answers).map((answer) => result(answer).outcome)).toEqual(["passed", "passed", "passed"]);
  });

  it("delays others by at most one run of somebody who floods it", async () => {
    const order: string[] = [];
    const doubles = startDoubles((double, command) => {
      order.push(Object.keys(command.files)[0] as string);
      setTimeout(() => honest(double, command), 5);
    });
    const sandbox = await sandboxOf(doubles, 1, () => {}, 100);
    const grade = (owner: string): Promise<GradeResult | Busy> => sandbox.grade({ ...request, owner, files: { [`${owner}.js`]: "" } });
    const flood = Promise.all(Array.from({ length: 20 }, () => grade("flood")));
    const one = grade("one");
    const again = (async () => {
      for (let i = 0; i < 3; i += 1) await grade("flood");
    })();
    await Promise.all([flood, one, again]);
    expect(order.indexOf("one.js")).toBeLessThanOrEqual(1);
  });

  it("lets a run be called off while it waits and while it runs", async () => {
    const doubles = startDoubles(() => {});
    const sandbox = await sandboxOf(doubles);
    const running = new AbortController();
    const waiting = new AbortController();
    const first = sandbox.grade(request, { signal: running.signal });
    const second = sandbox.grade(request, { signal: waiting.signal });
    waiting.abort();
    expect(result(await second)).toMatchObject({ outcome: "crashed", message: "The run was called off." });
    running.abort();
    expect(result(await first)).toMatchObject({ outcome: "crashed", message: "The run was called off." });
    expect((doubles.made[0] as Double).killed).toBe(true);
    expect(result(await sandbox.grade(request, { signal: AbortSignal.abort() })).outcome).toBe("crashed");
  });

  it("closes: what runs may finish, what waits is told, nothing begins", async () => {
    let finish: () => void = () => {};
    const doubles = startDoubles((double, command) => {
      finish = () => honest(double, command);
    });
    const sandbox = await sandboxOf(doubles);
    const running = sandbox.grade(request);
    const waiting = sandbox.grade(request);
    await new Promise((resolve) => setTimeout(resolve, 20));
    const closing = sandbox.close(5_000);
    expect(result(await waiting)).toMatchObject({ outcome: "crashed", message: "The server is shutting down." });
    finish();
    expect(result(await running).outcome).toBe("passed");
    await closing;
    expect(doubles.made.every((double) => double.killed)).toBe(true);
    expect(result(await sandbox.grade(request)).outcome).toBe("crashed");
    await expect(sandbox.ready()).rejects.toThrow(/shut down/);
  });
});

describe("a worker that is not itself", () => {
  const forge = (body: object): ((command: RunCommand) => Answer) => (command) => ({ type: "report", job: command.job, text: JSON.stringify(body) });
  const forgeries: ((command: RunCommand) => Answer)[] = [
    forge({ type: "loaded", sequence: 1 }),
    forge({ type: "declare", sequence: 2, tests: [{ name: "a", group: "visible" }] }),
    forge({ type: "start", sequence: 3, index: 0 }),
    forge({ type: "end", sequence: 4, index: 0, status: "passed", unfinished: false }),
    forge({ type: "finish", sequence: 5 }),
    forge({ type: "end", status: "passed", secret: "0".repeat(32), sequence: 1 }),
    (command) => ({ type: "report", job: command.job, text: "passed" }),
    (command) => ({ type: "report", job: command.job + 1, text: "{}" }),
    (command) => ({ type: "end", job: command.job }),
    (command) => ({ type: "end", job: command.job - 1 }),
    () => ({ type: "ready", engine: "forged" }),
    (command) => ({ type: "stop", job: command.job, reason: "errored", message: "passed" }),
  ];

  it("gets no pass by any frames that it sends without the judge's secret", async () => {
    let script: ((command: RunCommand) => Answer)[] = [];
    const doubles = startDoubles((double, command) => {
      for (const answer of script) double.answer(answer(command));
      double.die();
    });
    const sandbox = await sandboxOf(doubles);
    await fc.assert(fc.asyncProperty(fc.array(fc.constantFrom(...forgeries), { maxLength: 8 }), async (chosen) => {
      script = chosen;
      const answer = result(await sandbox.grade(request));
      expect(answer.outcome).not.toBe("passed");
      expect(answer.score).toBe(0);
    }), { numRuns: 150 });
  });

  it("gets no pass when it dies, repeats or leaves out at any step of an honest run", async () => {
    const steps = passingAnswers({ job: 0, secret: "" } as RunCommand, ["a", "b"]).length - 1;
    type Disturb = (answers: Answer[], at: number) => Answer[];
    const disturbances: Disturb[] = [
      (answers, at) => answers.slice(0, at),
      (answers, at) => [...answers.slice(0, at), answers[at] as Answer, ...answers.slice(at)],
      (answers, at) => [...answers.slice(0, at), ...answers.slice(at + 1)],
      (answers, at) => [...answers.slice(0, at), answers[at + 1] as Answer, answers[at] as Answer, ...answers.slice(at + 2)],
    ];
    for (const [which, disturb] of disturbances.entries()) {
      for (let at = 0; at < steps; at += 1) {
        // A second end mark, or an end mark and the next `ready` in the wrong order, come after the verdict has been reached.
        if (at === steps - 1 && which === 1) continue;
        const doubles = startDoubles((double, command) => {
          for (const answer of disturb(passingAnswers(command, ["a", "b"]).slice(0, steps), at)) if (answer !== undefined) double.answer(answer);
          double.die();
        });
        const sandbox = await sandboxOf(doubles);
        const outcome = result(await sandbox.grade(request)).outcome;
        expect(outcome, `disturbance ${which} at ${at}`).toBe(at === steps - 1 && which === 3 ? outcome : "crashed");
        await sandbox.close(0);
      }
    }
  });

  it("is ended when it sends what is no frame, and the log says so", async () => {
    const events: object[] = [];
    const doubles = startDoubles((double, command, n) => (n === 0 ? double.breakProtocol() : honest(double, command)));
    const sandbox = await sandboxOf(doubles, 1, (event) => events.push(event));
    expect(result(await sandbox.grade(request)).outcome).toBe("passed");
    expect((doubles.made[0] as Double).killed).toBe(true);
    expect(events).toContainEqual(expect.objectContaining({ event: "worker-broke-protocol" }));
  });
});
