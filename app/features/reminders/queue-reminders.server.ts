import { insertMail } from "../../../db/queries/outbox.ts";
import { listDueReminders, updateNextReminder, type Preferences } from "../../../db/queries/preferences.ts";
import { findUser } from "../../../db/queries/users.ts";
import type { Deps } from "../../deps.server.ts";
import { DEFAULT_LOCALE, findLocale } from "../../i18n/locales.ts";
import { siteOrigin } from "../../web/site-origin.server.ts";
import { loadStudyDays } from "../plans/load-study.server.ts";
import { loadPlannedCourses } from "../plans/open-plan.server.ts";
import { listPlannedDays, type PieceView } from "../plans/plan-view.ts";
import { findNextReminder, findReminderDay } from "./next-reminder.ts";
import { writeReminder } from "./write-reminder.ts";

type ReminderDeps = Pick<Deps, "db" | "catalog" | "now" | "newId" | "settings" | "log">;

/** How many people are looked after in one go, so that a morning's thousands do not hold up pages. */
const PEOPLE_A_TURN = 100;

/**
 * Writes the reminders that are due into the outbox, one a person and day, and sets when to look again. Both in one
 * transaction: a crash in between leaves both or neither. Answers how many people were looked at.
 */
export async function queueReminders(deps: ReminderDeps): Promise<number> {
  const due = await listDueReminders(deps.db, { before: deps.now(), limit: PEOPLE_A_TURN });
  for (const preferences of due) {
    try {
      await queueReminder(deps, preferences);
    } catch (error) {
      // One person's broken plan keeps nobody else from their reminder; it is looked at again tomorrow.
      deps.log.error({ err: error, userId: preferences.userId }, "reminder failed");
      await deps.db.write((tx) => updateNextReminder(tx, { userId: preferences.userId, nextReminderAt: findNextReminder(deps.now(), preferences) }));
    }
  }
  return due.length;
}

async function queueReminder(deps: ReminderDeps, preferences: Preferences): Promise<void> {
  const { userId, nextReminderAt, optOutKey } = preferences;
  const now = deps.now();
  const day = nextReminderAt && findReminderDay(now, nextReminderAt, preferences);
  const pieces = day ? await listToday(deps, userId) : [];
  const user = pieces.length > 0 ? await findUser(deps.db, { userId }) : null;
  const locale = (user?.language && findLocale(user.language)) || DEFAULT_LOCALE;
  await deps.db.write(async (tx) => {
    if (user && day) {
      const { subject, text, headers } = writeReminder({ name: user.name, pieces, origin: siteOrigin(deps.settings), optOutKey, locale });
      await insertMail(tx, { id: deps.newId(), userId, occasion: `reminder/${userId}/${day.toString()}`, recipient: user.email, subject, body: text, headers, dueAt: now, createdAt: now });
    }
    await updateNextReminder(tx, { userId, nextReminderAt: findNextReminder(now, preferences) });
  });
}

/** What the plan has for today; empty on days off and when it is done already. */
async function listToday(deps: ReminderDeps, userId: string): Promise<PieceView[]> {
  const days = await loadStudyDays(deps, { userId });
  return listPlannedDays(await loadPlannedCourses(deps, days)).find(({ day }) => day.equals(days.today))?.pieces ?? [];
}
