import { findCalendarFeed } from "../../../db/queries/calendar-feeds.ts";
import { listDaysOff } from "../../../db/queries/days-off.ts";
import { findPreferences } from "../../../db/queries/preferences.ts";
import type { Deps } from "../../deps.server.ts";
import { FALLBACK_TIME_ZONE } from "./local-day.ts";

export interface PlanSettingsView {
  email: string;
  timeZone: string;
  /** False: nobody has said the time zone yet. */
  isKnown: boolean;
  /** `19:30`, or empty. */
  studyTime: string;
  reminders: boolean;
  reminderTime: string;
  daysOff: readonly { firstDay: string; lastDay: string }[];
  hasFeed: boolean;
}

/** What somebody said of their days so far. */
export async function openPlanSettings({ db }: Pick<Deps, "db">, { user }: { user: { id: string; email: string } }): Promise<PlanSettingsView> {
  const preferences = await findPreferences(db, { userId: user.id });
  return {
    email: user.email,
    timeZone: preferences?.timeZone ?? FALLBACK_TIME_ZONE,
    isKnown: preferences !== null,
    studyTime: preferences?.studyMinute === null || preferences?.studyMinute === undefined ? "" : formatTime(preferences.studyMinute),
    reminders: preferences?.reminders ?? false,
    reminderTime: formatTime(preferences?.reminderMinute ?? 8 * 60),
    daysOff: (await listDaysOff(db, { userId: user.id })).map(({ firstDay, lastDay }) => ({ firstDay, lastDay })),
    hasFeed: (await findCalendarFeed(db, { userId: user.id })) !== null,
  };
}

function formatTime(minute: number): string {
  return `${String(Math.floor(minute / 60)).padStart(2, "0")}:${String(minute % 60).padStart(2, "0")}`;
}
