import { addActiveTime, findLatestBeat } from "../../../db/queries/active-times.ts";
import { findPreferences } from "../../../db/queries/preferences.ts";
import type { Activity } from "../../catalog/catalog.ts";
import type { Deps } from "../../deps.server.ts";
import { dayAt, FALLBACK_TIME_ZONE } from "../plans/local-day.ts";
import { MOST_SECONDS_A_BEAT } from "./beat.ts";

/**
 * Counts time that somebody was active at an activity; the day is that of their own clock. Never more than has passed
 * since anything of theirs was counted, so two tabs or devices share the time and do not add to it.
 * Answers how many seconds counted.
 */
export async function countTime(
  { db, now }: Pick<Deps, "db" | "now">,
  { userId, activity, seconds }: { userId: string; activity: Pick<Activity, "courseId" | "id">; seconds: number },
): Promise<number> {
  const at = now();
  const timeZone = (await findPreferences(db, { userId }))?.timeZone ?? FALLBACK_TIME_ZONE;
  return db.write(
    async (tx) => {
      const latest = await findLatestBeat(tx, { userId });
      const passed = latest ? Math.max(0, Math.floor((at.getTime() - latest.getTime()) / 1_000)) : MOST_SECONDS_A_BEAT;
      const counted = Math.min(seconds, MOST_SECONDS_A_BEAT, passed);
      if (counted <= 0) return 0;
      await addActiveTime(tx, { userId, courseId: activity.courseId, activityId: activity.id, day: dayAt(at, timeZone).toString(), seconds: counted, updatedAt: at });
      return counted;
    },
    // A minute that a loss of power takes back is no matter.
    { kept: "after-kill" },
  );
}
