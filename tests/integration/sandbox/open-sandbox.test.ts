import { describe, expect, it } from "vitest";
import { createRunLog } from "../../../app/features/sandbox/run-log.ts";
import { openSandbox } from "../../../app/features/sandbox/open-sandbox.server.ts";
import { submissions } from "../../../db/schema.ts";
import { insertTestUser, makeTestDeps } from "../../helpers/test-deps.ts";

describe("the administrator's view of the sandbox", () => {
  it("joins pool, queue, runs, hand-ins without a verdict and layers", async () => {
    const runs = createRunLog(() => new Date("2026-03-02T17:00:00Z"));
    runs.onRun({ language: "sql", priority: "run", outcome: "failed", waitedMs: 3, durationMs: 9 });
    const deps = makeTestDeps({ runs });
    await insertTestUser(deps, "ada");
    const row = { userId: "ada", courseId: "c", activityId: "m/a", kind: "lab" as const, files: {}, link: null, message: null, contentHash: "c", testHash: "t", seed: "s", attempts: 0, createdAt: deps.now() };
    await deps.db.write(async (tx) => {
      for (const state of ["queued", "running", "done"] as const) await tx.insert(submissions).values({ ...row, id: state, idempotencyKey: state, state });
    });
    const view = await openSandbox(deps);
    expect(view).toMatchObject({
      since: new Date("2026-03-02T17:00:00Z"), now: deps.now(), slots: 1, running: 0, waiting: 0, ungraded: 2, runs: 0,
      waitedMs: { p50: 3, p95: 3 }, durationMs: { p50: 9, p95: 9 }, languages: [{ language: "sql", runs: 1, outcomes: { failed: 1 } }],
      queue: [{ priority: "submit", waiting: 0 }, { priority: "run", waiting: 0 }, { priority: "preview", waiting: 0 }, { priority: "regrade", waiting: 0 }],
      protection: { problem: null, layers: [{ name: "no network", active: false, remedy: "Get it." }] },
    });
    deps.db.close();
  });
});
