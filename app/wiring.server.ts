/** The one place that joins database, catalog and sandbox. */
import { mkdirSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { pino, type Logger } from "pino";
import { openDatabase } from "../db/open-database.ts";
import { openSearchIndex } from "../db/search-index.ts";
import { createSandbox } from "../sandbox/sandbox.ts";
import { listLanguages } from "./catalog/list-languages.ts";
import { openCatalog } from "./catalog/open-catalog.server.ts";
import type { Wiring } from "./deps.server.ts";
import { recoverPublishing } from "./features/authoring/recover-publishing.server.ts";
import { createRunLog } from "./features/sandbox/run-log.ts";
import { createGradingQueue } from "./features/submissions/grading-queue.server.ts";
import { createSearchKeeper } from "./features/search/keep-search-index.server.ts";
import { createReverifier } from "./features/versions/reverifier.server.ts";
import { makeId } from "./make-id.server.ts";
import type { Settings } from "./settings.server.ts";
import { createMetrics } from "./web/metrics.server.ts";
import { createRateLimits } from "./web/rate-limits.server.ts";
import { createSessionKeeper } from "./web/session-keeper.server.ts";

/** How long grades that run when the process stops may go on; then they are left queued for the next start. */
const GRADING_GRACE_MS = 5_000;

/** Opens all that a server process needs. Whoever calls it closes it. */
export async function createWiring(settings: Settings, log: Logger = createLog(settings)): Promise<Wiring> {
  const file = settings.DATABASE_FILE;
  if (file !== ":memory:") mkdirSync(dirname(resolve(file)), { recursive: true });
  const db = openDatabase(file);
  for (const { courseId, result } of await recoverPublishing(resolve(settings.CONTENT_DIR))) log.warn({ event: "publishing-recovered", courseId, result });
  const catalogSource = await openCatalog(resolve(settings.CONTENT_DIR), { watch: settings.NODE_ENV === "development", log: (event) => log.info(event) });
  const now = () => new Date();
  const runs = createRunLog(now);
  const metrics = createMetrics();
  const { SANDBOX_LANGUAGES: wish } = settings;
  const languages = wish === "labs" ? listLanguages(catalogSource.current()) : wish === "none" ? [] : wish;
  const sandbox = createSandbox({ workers: settings.SANDBOX_WORKERS, languages, log: (event) => log.info(event), observers: [runs, metrics] });
  metrics.watchSandbox(sandbox);
  const sessions = createSessionKeeper(db, { secure: settings.PUBLIC_URL?.startsWith("https:") ?? false });
  // One more than there are workers, so that none stands still between two submissions.
  const concurrency = sandbox.status().workers + 1;
  const grading = createGradingQueue({ db, catalogSource, sandbox, now, newId: makeId, log, concurrency });
  const reverifier = createReverifier({ db, catalogSource, sandbox, now, newId: makeId, log });
  const search = createSearchKeeper(openSearchIndex(), catalogSource);
  return {
    settings,
    db,
    search,
    catalogSource,
    sandbox,
    runs,
    metrics,
    grading,
    sessions,
    rateLimits: createRateLimits(),
    now,
    newId: makeId,
    log,
    async close() {
      catalogSource.close();
      await Promise.all([grading.close(GRADING_GRACE_MS), reverifier.close()]);
      await sandbox.close(1_000);
      metrics.close();
      search.index.close();
      db.close();
    },
  };
}

/** One JSON line an event. */
export function createLog(settings: Settings): Logger {
  return pino({ level: settings.LOG_LEVEL, base: null, timestamp: pino.stdTimeFunctions.isoTime });
}
