import { claimMail, giveUpUnsureMail, listDueMail, updateMailRefused, updateMailSent } from "../../../db/queries/outbox.ts";
import type { Deps } from "../../deps.server.ts";
import type { Mailer } from "../../web/mailer.server.ts";

type OutboxDeps = Pick<Deps, "db" | "now" | "log"> & { mailer: Mailer };

const MAILS_A_TURN = 50;
/** Waits after each refusal; after the last one a reminder would come on the wrong day. */
export const RETRY_AFTER_MS: readonly number[] = [60_000, 5 * 60_000, 30 * 60_000, 2 * 60 * 60_000];

/**
 * Sends what is due. Each message is marked before it goes out and after: whatever was between the two when the process
 * ended is never sent again (`giveUpUnsure`), so nobody gets a reminder twice.
 */
export async function sendOutbox(deps: OutboxDeps): Promise<void> {
  const { db, now, log, mailer } = deps;
  for (const { id, recipient, subject, body, headers, attempts } of await listDueMail(db, { before: now(), limit: MAILS_A_TURN })) {
    if (!(await db.write((tx) => claimMail(tx, { id })))) continue;
    try {
      await mailer.send({ id, to: recipient, subject, text: body, headers });
    } catch (error) {
      const waitMs = RETRY_AFTER_MS[attempts];
      const before = waitMs === undefined ? null : new Date(now().getTime() + waitMs);
      // The address is the person's and stays out of the log.
      log.warn({ event: "mail-refused", mailId: id, attempt: attempts + 1, isGivenUp: before === null, reason: error instanceof Error ? error.name : "unknown" });
      await db.write((tx) => updateMailRefused(tx, { id, before }));
      continue;
    }
    await db.write((tx) => updateMailSent(tx, { id, at: now() }));
  }
}

/** At start: messages of which nobody knows whether they went out are not sent again. */
export async function giveUpUnsure({ db, log }: Pick<Deps, "db" | "log">): Promise<void> {
  const count = await db.write((tx) => giveUpUnsureMail(tx));
  if (count > 0) log.warn({ event: "mail-unsure", count });
}
