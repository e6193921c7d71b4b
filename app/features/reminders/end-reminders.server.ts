import { giveUpWaitingMail } from "../../../db/queries/outbox.ts";
import { findPreferencesByKey, updateRemindersOff } from "../../../db/queries/preferences.ts";
import type { Deps } from "../../deps.server.ts";

/** True for a key that ends somebody's reminders, whether they are on or not. */
export async function isOptOutKey({ db }: Pick<Deps, "db">, { key }: { key: string }): Promise<boolean> {
  return (await findPreferencesByKey(db, { optOutKey: key })) !== null;
}

/** Ends the reminders of the key's person, those that wait included. False: nobody has this key. */
export async function endReminders({ db }: Pick<Deps, "db">, { key }: { key: string }): Promise<boolean> {
  const found = await findPreferencesByKey(db, { optOutKey: key });
  if (!found) return false;
  await db.write(async (tx) => {
    await updateRemindersOff(tx, { userId: found.userId });
    await giveUpWaitingMail(tx, { userId: found.userId });
  });
  return true;
}
