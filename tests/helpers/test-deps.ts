import { pino } from "pino";
import type { Catalog } from "../../app/catalog/catalog.ts";
import type { Deps } from "../../app/deps.server.ts";
import { parseSettings } from "../../app/settings.server.ts";
import { createRunLog } from "../../app/features/sandbox/run-log.ts";
import { createSearchKeeper } from "../../app/features/search/keep-search-index.server.ts";
import { createMetrics } from "../../app/web/metrics.server.ts";
import { createRateLimits } from "../../app/web/rate-limits.server.ts";
import { createSessionKeeper } from "../../app/web/session-keeper.server.ts";
import { openSearchIndex } from "../../db/search-index.ts";
import { users } from "../../db/schema.ts";
import type { GradeRequest, GradeResult, Sandbox } from "../../sandbox/contract.ts";
import { openTestDatabase } from "./open-test-database.ts";
import { buildTestCatalog } from "./test-course.ts";

/** Deps with a fresh database in memory, a small catalog, a clock that stands still and a sandbox that says `passed`. */
export function makeTestDeps(changes: Partial<Deps> = {}): Deps {
  const db = changes.db ?? openTestDatabase();
  const catalog: Catalog = changes.catalog ?? buildTestCatalog();
  let ids = 0;
  return {
    settings: parseSettings({ NODE_ENV: "test" }),
    db,
    catalog,
    catalogSource: { current: () => catalog, reload: async () => catalog, close: () => {} },
    sandbox: doubleSandbox(() => gradeResult()),
    runs: createRunLog(() => new Date("2026-03-02T18:00:00Z")),
    metrics: createMetrics(),
    // Submissions stay queued; a test of grading makes a real queue over these parts.
    grading: { wake: () => {}, reserve: () => null, isGrading: () => false, listen: () => () => {}, close: async () => {} },
    search: createSearchKeeper(openSearchIndex(), { current: () => catalog }),
    rateLimits: createRateLimits(),
    sessions: createSessionKeeper(db, { secure: false }),
    now: () => new Date("2026-03-02T18:00:00Z"),
    newId: () => `id-${++ids}`,
    log: pino({ level: "silent" }),
    ...changes,
  };
}

/** A sandbox that answers at once with what `answer` says. */
export function doubleSandbox(answer: (request: GradeRequest) => GradeResult): Sandbox {
  return {
    grade: async (request) => answer(request),
    status: () => ({ workers: 1, idle: 1, running: 0, waiting: 0, queue: { waiting: { submit: 0, run: 0, preview: 0, regrade: 0 }, oldestMs: 0 }, restarts: 0, outcomes: { passed: 0, failed: 0, errored: 0, "timed-out": 0, "out-of-memory": 0, "too-much-output": 0, crashed: 0 }, engines: [] }),
    ready: async () => {},
    warm: () => {},
    protection: async () => ({ versions: [{ name: "Node", version: "24.1.0", floor: "24.0.0" }], problem: null, layers: [{ name: "no network", active: false, stops: "It stops.", detail: "It is not here.", remedy: "Get it." }] }),
    close: async () => {},
  };
}

export function gradeResult(changes: Partial<GradeResult> = {}): GradeResult {
  return {
    outcome: "passed", score: 1, output: "", message: null, diagnostics: [], durationMs: 5, engine: "double/1",
    tests: [{ name: "adds", group: "visible", status: "passed", message: null, expected: null, actual: null, output: "", location: null, durationMs: 1, points: 1 }],
    ...changes,
  };
}

/** Stores a person who can own rows; the password hash fits no password. */
export async function insertTestUser(deps: Pick<Deps, "db" | "now">, id: string, changes: Partial<typeof users.$inferInsert> = {}): Promise<string> {
  await deps.db.write(async (tx) => {
    await tx.insert(users).values({ id, email: `${id}@example.test`, name: id, passwordHash: "none", createdAt: deps.now(), ...changes });
  });
  return id;
}
