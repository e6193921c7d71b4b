import { findCalendarFeedByKey } from "../../../db/queries/calendar-feeds.ts";
import { findUser } from "../../../db/queries/users.ts";
import type { Deps } from "../../deps.server.ts";
import { DEFAULT_LOCALE, findLocale } from "../../i18n/locales.ts";
import { buildFeed, FEED_DAYS } from "./build-feed.server.ts";
import { loadStudyDays } from "./load-study.server.ts";
import { loadPlannedCourses } from "./open-plan.server.ts";
import { listPlannedDays } from "./plan-view.ts";
import { hashFeedKey } from "./renew-feed.server.ts";

export type FeedAnswer = { kind: "feed"; text: string } | { kind: "none" } | { kind: "too-many"; retryAfterS: number };

/** Somebody's calendar by the key of its address, without a session. Counts tries of an address, and reads of a key. */
export async function readFeed(deps: Pick<Deps, "db" | "catalog" | "now" | "rateLimits">, { key, address, origin }: { key: string; address: string; origin: string }): Promise<FeedAnswer> {
  const keyHash = hashFeedKey(key);
  const feed = key === "" ? null : await findCalendarFeedByKey(deps.db, { keyHash });
  const retryAfterS = feed ? await deps.rateLimits.countFeedRead(keyHash) : await deps.rateLimits.countFeedGuess(address);
  if (retryAfterS !== null) return { kind: "too-many", retryAfterS };
  const user = feed && (await findUser(deps.db, { userId: feed.userId }));
  if (!user) return { kind: "none" };
  const days = await loadStudyDays(deps, { userId: user.id });
  const until = days.today.add({ days: FEED_DAYS }).toString();
  const planned = listPlannedDays(await loadPlannedCourses(deps, days)).filter(({ day }) => day.toString() < until);
  const locale = (user.language && findLocale(user.language)) || DEFAULT_LOCALE;
  return { kind: "feed", text: buildFeed({ userId: user.id, days: planned, timeZone: days.timeZone, studyMinute: days.preferences?.studyMinute ?? null, origin, locale, now: deps.now() }) };
}
