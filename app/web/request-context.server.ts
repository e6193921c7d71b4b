import type { Logger } from "pino";
import type { Deps } from "../deps.server.ts";
import type { Locale } from "../i18n/locales.ts";
import type { SignedInUser } from "./session-keeper.server.ts";

/** What every loader and action gets as `context`. */
export interface RequestContext {
  deps: Deps;
  /** Null for visitors. Read from the database in each request, so a taken role is gone at once. */
  user: SignedInUser | null;
  /** The id in the visitor's cookie; only signing out needs it. */
  sessionId: string | null;
  /** The language in which the page speaks. */
  locale: Locale;
  cspNonce: string;
  /** Lets this answer's page hold a frame of a host that the catalog knows (`EMBED_HOSTS`); of any other, nothing happens. */
  allowFrame: (host: string) => void;
  /** Lets the person's browser keep this answer and show it again without a connection. */
  allowOfflineReading: () => void;
  requestId: string;
  /** Client address for rate limits. */
  address: string;
  log: Logger;
}
