import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Deps } from "../../../app/deps.server.ts";
import { createGradingQueue, type GradingQueue } from "../../../app/features/submissions/grading-queue.server.ts";
import { GAVE_UP_MESSAGE } from "../../../app/features/submissions/grading-rules.ts";
import { listenToSubmission, waitForSubmission, type SubmissionEvent } from "../../../app/features/submissions/listen-to-submission.server.ts";
import { submitWork } from "../../../app/features/submissions/submit-work.server.ts";
import { completions, submissions, testRuns } from "../../../db/schema.ts";
import type { Busy, GradeRequest, GradeResult } from "../../../sandbox/contract.ts";
import { testLab, testProject } from "../../helpers/test-course.ts";
import { gradeResult, insertTestUser, makeTestDeps } from "../../helpers/test-deps.ts";

type Answer = GradeResult | Busy;

let deps: Deps;
let queues: GradingQueue[];
/** What the sandbox does; a test replaces it. */
let judge: (request: GradeRequest, signal: AbortSignal | undefined) => Promise<Answer>;

beforeEach(async () => {
  judge = async () => gradeResult();
  queues = [];
  const made = makeTestDeps();
  deps = { ...made, sandbox: { ...made.sandbox, grade: (request, options) => judge(request, options?.signal) } };
  for (const id of ["lena", "oskar", "mia"]) await insertTestUser(deps, id);
});

afterEach(async () => {
  for (const queue of queues) await queue.close(50);
  deps.db.close();
});

function startQueue(changes: Partial<Parameters<typeof createGradingQueue>[0]> = {}): Deps {
  const grading = createGradingQueue({ ...deps, concurrency: 2, ...changes });
  queues.push(grading);
  return { ...deps, grading };
}

/** A queue that has places to give, and what its transactions have asked for since. */
async function startWatched(): Promise<Deps & { kept: (string | undefined)[] }> {
  const kept: (string | undefined)[] = [];
  const db = Object.assign(Object.create(deps.db) as Deps["db"], {
    write: ((act, options) => {
      kept.push(options?.kept);
      return deps.db.write(act, options);
    }) satisfies Deps["db"]["write"] as Deps["db"]["write"],
  });
  const running = startQueue({ db });
  await hasPlaces(running);
  kept.length = 0;
  return { ...running, kept };
}

/** When it has seen to what a process before left. */
async function hasPlaces({ grading }: Deps): Promise<void> {
  await expect.poll(() => {
    const place = grading.reserve("nobody");
    place?.giveBack();
    return place !== null;
  }).toBe(true);
}

async function submit(running: Deps, userId = "lena", key = "key-of-this-one", activity: Parameters<typeof submitWork>[1]["activity"] = testLab()): Promise<string> {
  const answer = await submitWork(running, { userId, activity, files: {}, idempotencyKey: key });
  if (answer.kind !== "stored") throw new Error(answer.message.key);
  return answer.submission.id;
}

const finish = (running: Deps, id: string, userId = "lena") => waitForSubmission(running, { id, userId, timeoutMs: 5_000 });

describe("a submission", () => {
  it("gets one verdict, and a passed lab is complete", async () => {
    const running = startQueue();
    const id = await submit(running);
    await finish(running, id);
    expect(await deps.db.select().from(submissions)).toMatchObject([{ id, state: "done", attempts: 1 }]);
    expect(await deps.db.select().from(testRuns)).toMatchObject([{ submissionId: id, number: 1, outcome: "passed", passedTests: 1, totalTests: 1, testHash: "test-hash", engine: "double/1" }]);
    expect(await deps.db.select().from(completions)).toMatchObject([{ userId: "lena", activityId: "start/sum", reason: "passed" }]);
  });

  it("that finds a free place is stored as begun, and takes one transaction of the queue: its verdict's", async () => {
    const { kept, ...running } = await startWatched();
    await finish(running, await submit(running));
    await finish(running, await submit(running, "oskar"));
    expect(kept).toEqual([undefined, undefined]);
  });

  it("that has to wait is found again, and that it was begun is noted without waiting for the disk", async () => {
    let release = () => {};
    judge = () => new Promise((resolve) => (release = () => resolve(gradeResult())));
    const { kept, ...running } = await startWatched();
    const [first, second] = [await submit(running), await submit(running, "lena", "key-of-another")];
    expect((await deps.db.select().from(submissions)).map(({ state, attempts }) => [state, attempts])).toEqual([["running", 1], ["queued", 0]]);
    release();
    await finish(running, first);
    await expect.poll(async () => (await deps.db.select().from(submissions))[1]?.state).toBe("running");
    release();
    await finish(running, second);
    expect(kept).toEqual([undefined, "after-kill", undefined]);
  });

  it("that could not be stored leaves its place to others", async () => {
    const running = startQueue({ concurrency: 1 });
    await hasPlaces(running);
    const broken = Object.assign(Object.create(deps.db) as Deps["db"], { write: () => Promise.reject(new Error("the disk is full")) });
    await expect(submitWork({ ...running, db: broken }, { userId: "lena", activity: testLab(), files: {}, idempotencyKey: "key-of-this-one" })).rejects.toThrow("the disk is full");
    expect(running.grading.reserve("oskar")).not.toBeNull();
  });

  it("that passes a second time leaves the completion as it was", async () => {
    const running = startQueue();
    await finish(running, await submit(running));
    const later = startQueue({ now: () => new Date("2027-01-01") });
    await finish(later, await submit(later, "lena", "another-key"));
    expect(await deps.db.select().from(completions)).toMatchObject([{ completedAt: deps.now() }]);
  });

  it("that fails completes nothing", async () => {
    judge = async () => gradeResult({ outcome: "failed", score: 0 });
    const running = startQueue();
    await finish(running, await submit(running));
    expect(await deps.db.select().from(completions)).toEqual([]);
  });

  it("of a project completes nothing: a grader decides", async () => {
    const running = startQueue();
    await finish(running, await submit(running, "lena", "key-of-project", testProject()));
    expect([(await deps.db.select().from(testRuns)).length, (await deps.db.select().from(completions)).length]).toEqual([1, 0]);
  });

  it("whose lab was taken out of the course is told so", async () => {
    const id = await submit(deps);
    const running = startQueue({ catalogSource: { ...deps.catalogSource, current: () => ({ ...deps.catalog, courses: [] }) } });
    await finish(running, id);
    expect(await deps.db.select().from(testRuns)).toMatchObject([{ outcome: "crashed", result: { message: expect.stringContaining("taken out of the course") } }]);
  });

  it("waits while the sandbox is busy, and no attempt is counted", async () => {
    let asked = 0;
    judge = async () => (++asked < 3 ? { busy: true, reason: "many", message: "Later.", retryAfterMs: 60 } : gradeResult());
    const running = startQueue();
    await finish(running, await submit(running));
    expect(asked).toBe(3);
    expect(await deps.db.select().from(submissions)).toMatchObject([{ state: "done", attempts: 1 }]);
  });

  it("is graded once more when the sandbox throws against its promise", async () => {
    let asked = 0;
    judge = async () => {
      if (++asked === 1) throw new Error("broken");
      return gradeResult();
    };
    const running = startQueue();
    await finish(running, await submit(running));
    expect(await deps.db.select().from(submissions)).toMatchObject([{ state: "done", attempts: 2 }]);
  });

  it("whose grading throws each time gets a verdict that says so", async () => {
    judge = async () => {
      throw new Error("broken");
    };
    const running = startQueue();
    await finish(running, await submit(running));
    expect(await deps.db.select().from(testRuns)).toMatchObject([{ outcome: "crashed", result: { message: GAVE_UP_MESSAGE } }]);
  });
});

describe("many submissions", () => {
  it("are graded a few at a time, one of each person, and all of them", async () => {
    let now = 0;
    let most = 0;
    const together: string[][] = [];
    const grading = new Set<string>();
    judge = async ({ owner = "" }) => {
      most = Math.max(most, ++now);
      if (grading.has(owner)) together.push([...grading]);
      grading.add(owner);
      await new Promise((resolve) => setTimeout(resolve, 15));
      grading.delete(owner);
      now -= 1;
      return gradeResult();
    };
    const running = startQueue();
    const ids = await Promise.all(["lena", "oskar", "mia"].flatMap((userId) => [0, 1, 2].map((count) => submit(running, userId, `key-${userId}-${count}`))));
    await expect.poll(async () => (await deps.db.select().from(testRuns)).length).toBe(9);
    expect([most, together, new Set(ids).size]).toEqual([2, [], 9]);
  });
});

describe("a process that died", () => {
  it("leaves what it was grading to the next one", async () => {
    const id = await submit(deps);
    await deps.db.write(async (tx) => void (await tx.update(submissions).set({ state: "running", attempts: 1 })));
    const running = startQueue();
    await finish(running, id);
    expect(await deps.db.select().from(submissions)).toMatchObject([{ state: "done", attempts: 2 }]);
    expect(await deps.db.select().from(testRuns)).toHaveLength(1);
  });

  it("three times over one submission leaves a verdict that says so, without grading again", async () => {
    let asked = 0;
    judge = async () => {
      asked += 1;
      return gradeResult();
    };
    const id = await submit(deps);
    await deps.db.write(async (tx) => void (await tx.update(submissions).set({ state: "running", attempts: 3 })));
    const running = startQueue();
    await finish(running, id);
    expect(await deps.db.select().from(testRuns)).toMatchObject([{ outcome: "crashed", result: { message: GAVE_UP_MESSAGE } }]);
    expect(asked).toBe(0);
  });
});

describe("a calm end", () => {
  it("lets a running grade finish", async () => {
    let release = () => {};
    judge = () => new Promise((resolve) => (release = () => resolve(gradeResult())));
    const running = startQueue();
    await submit(running);
    await expect.poll(async () => (await deps.db.select().from(submissions))[0]?.state).toBe("running");
    const closed = running.grading.close(2_000);
    release();
    await closed;
    expect(await deps.db.select().from(submissions)).toMatchObject([{ state: "done" }]);
  });

  it("leaves a grade queued that takes longer, and its attempt does not count", async () => {
    judge = () => new Promise(() => {});
    const running = startQueue();
    await submit(running);
    await expect.poll(async () => (await deps.db.select().from(submissions))[0]?.state).toBe("running");
    await running.grading.close(30);
    expect(await deps.db.select().from(submissions)).toMatchObject([{ state: "queued", attempts: 0 }]);
  });

  it("takes nothing more", async () => {
    const running = startQueue();
    await running.grading.close(30);
    await submit(running);
    await new Promise((resolve) => setTimeout(resolve, 30));
    expect(await deps.db.select().from(submissions)).toMatchObject([{ state: "queued" }]);
  });
});

describe("listening", () => {
  async function listen(running: Deps, id: string, userId = "lena"): Promise<SubmissionEvent[]> {
    const events: SubmissionEvent[] = [];
    for await (const event of listenToSubmission(running, { id, userId, signal: AbortSignal.timeout(5_000) })) events.push(event);
    return events;
  }

  it("tells each state up to the redacted result", async () => {
    let release = () => {};
    judge = () => new Promise((resolve) => (release = () => resolve(gradeResult({ tests: [{ name: "secretly", group: "hidden", status: "failed", message: "SECRET", expected: "SECRET", actual: null, output: "", location: null, durationMs: 1, points: 1 }] }))));
    const running = startQueue();
    const id = await submit(running);
    const heard = listen(running, id);
    await expect.poll(async () => (await deps.db.select().from(submissions))[0]?.state).toBe("running");
    release();
    const events = await heard;
    expect(events.map((event) => event.state).slice(-2)).toEqual(["running", "done"]);
    expect(JSON.stringify(events)).not.toContain("SECRET");
  });

  it("to what was done long ago tells the result at once", async () => {
    const running = startQueue();
    const id = await submit(running);
    await finish(running, id);
    expect(await listen(running, id)).toMatchObject([{ state: "done", result: { outcome: "passed" } }]);
  });

  it("to another person's submission tells nothing", async () => {
    const running = startQueue();
    const id = await submit(running);
    expect(await listen(running, id, "oskar")).toEqual([]);
  });

  it("tells of a verdict when it is on the disk, not when its row can be read", async () => {
    const running = startQueue();
    const id = await submit(running);
    await finish(running, id);
    const grading = { ...running.grading, isGrading: () => true };
    const states: string[] = [];
    const gone = new AbortController();
    setTimeout(() => gone.abort(), 40);
    for await (const event of listenToSubmission({ ...running, grading }, { id, userId: "lena", signal: gone.signal })) states.push(event.state);
    expect(states).toEqual(["running"]);
  });

  it("ends when the page has gone", async () => {
    judge = () => new Promise(() => {});
    const running = startQueue();
    const id = await submit(running);
    const gone = new AbortController();
    setTimeout(() => gone.abort(), 40);
    for await (const event of listenToSubmission(running, { id, userId: "lena", signal: gone.signal })) expect(event.state).not.toBe("done");
    expect(gone.signal.aborted).toBe(true);
  });
});
