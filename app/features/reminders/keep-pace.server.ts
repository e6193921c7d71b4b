import { makeDeps, type Wiring } from "../../deps.server.ts";
import type { Mailer } from "../../web/mailer.server.ts";
import { measureCourses } from "../pace/measure-course.server.ts";
import { queueReminders } from "./queue-reminders.server.ts";
import { giveUpUnsure, sendOutbox } from "./send-outbox.server.ts";

const TURN_EVERY_MS = 60_000;

export interface PaceKeeper {
  /** Waits for a turn that runs, and makes no more. */
  close(): Promise<void>;
}

/** The clock of a serving process: each minute it writes due reminders, sends what waits, and now and then measures courses. */
export function keepPace(wiring: Omit<Wiring, "close">, mailer: Mailer, everyMs: number = TURN_EVERY_MS): PaceKeeper {
  let isClosed = false;
  let timer: NodeJS.Timeout | undefined;
  let running: Promise<void> = begin();

  async function begin() {
    await attempt("mail", () => giveUpUnsure(wiring));
    schedule();
  }
  async function turn() {
    const deps = makeDeps({ ...wiring, close: async () => {} });
    await attempt("reminders", () => queueReminders(deps));
    await attempt("mail", () => sendOutbox({ ...deps, mailer }));
    await attempt("pace", () => measureCourses(deps));
    schedule();
  }
  /** A turn that fails is said and not the end of all turns. */
  async function attempt(what: string, act: () => Promise<unknown>) {
    if (isClosed) return;
    await act().catch((error: unknown) => wiring.log.error({ err: error, what }, "pace keeper failed"));
  }
  function schedule() {
    if (isClosed) return;
    timer = setTimeout(() => {
      running = turn();
    }, everyMs);
    // The process may end while it waits.
    timer.unref();
  }

  return {
    async close() {
      isClosed = true;
      clearTimeout(timer);
      await running;
      mailer.close();
    },
  };
}
