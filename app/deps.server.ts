import type { Logger } from "pino";
import type { Database } from "../db/open-database.ts";
import type { Sandbox } from "../sandbox/contract.ts";
import type { Catalog, CatalogSource } from "./catalog/catalog.ts";
import { SOURCE_LANGUAGE, translateCatalog } from "./catalog/translate-catalog.ts";
import type { GradingQueue } from "./features/submissions/grading-queue.server.ts";
import type { SearchKeeper } from "./features/search/keep-search-index.server.ts";
import type { Settings } from "./settings.server.ts";
import type { RunLog } from "./features/sandbox/run-log.ts";
import type { Metrics } from "./web/metrics.server.ts";
import type { RateLimits } from "./web/rate-limits.server.ts";
import type { SessionKeeper } from "./web/session-keeper.server.ts";

/** What `wiring.server.ts` joins once for the whole process. */
export interface Wiring {
  settings: Settings;
  db: Database;
  catalogSource: CatalogSource;
  sandbox: Sandbox;
  /** What the sandbox did since the start, for the administrator's page. */
  runs: RunLog;
  metrics: Metrics;
  /** Gives every submission its verdict; `submitWork` wakes it. */
  grading: GradingQueue;
  /** Finds course material by its words. */
  search: SearchKeeper;
  sessions: SessionKeeper;
  rateLimits: RateLimits;
  now: () => Date;
  /** A new random id: 21 characters that fit into URLs. */
  newId: () => string;
  log: Logger;
  close(): Promise<void>;
}

/** What acts receive, made for each request: the wiring with the catalog as it is now. Acts name what they need of it. */
export interface Deps extends Omit<Wiring, "close"> {
  catalog: Catalog;
}

/** The wiring as acts receive it, with the catalog of this moment. @param language in which it reads where it is translated; as it was written when left out */
export function makeDeps(wiring: Wiring, language: string = SOURCE_LANGUAGE): Deps {
  return { ...wiring, catalog: translateCatalog(wiring.catalogSource.current(), language) };
}
