/**
 * Pace: when people study, how long things took them, and what is mailed to them. Days are ISO texts (`2026-03-02`) in
 * the person's own time zone; moments are UTC milliseconds, as `Date`.
 */
import { sql } from "drizzle-orm";
import { index, integer, primaryKey, real, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";
import { users } from "./core.ts";

const time = (name: string) => integer(name, { mode: "timestamp_ms" });
const userId = () =>
  text("user_id")
    .notNull()
    .references(() => users.id, { onDelete: "cascade" });

/** What a person said of their days. No row: nothing was planned yet. */
export const preferences = sqliteTable(
  "preferences",
  {
    userId: userId().primaryKey(),
    /** IANA name, e.g. `Europe/Madrid`. */
    timeZone: text("time_zone").notNull(),
    /** When they like to study, minutes after midnight by their clock; null: at no special time. */
    studyMinute: integer("study_minute"),
    /** Whether study days are announced by e-mail. */
    reminders: integer("reminders", { mode: "boolean" }).notNull().default(false),
    /** When reminders go out, minutes after midnight by their clock. */
    reminderMinute: integer("reminder_minute").notNull().default(480),
    /** In the links that end reminders without signing in. Not hashed: all that it can do is stop e-mail. */
    optOutKey: text("opt_out_key").notNull().unique(),
    /** When to look again whether a reminder is due; null while reminders are off. */
    nextReminderAt: time("next_reminder_at"),
    updatedAt: time("updated_at").notNull(),
  },
  (t) => [index("preferences_by_reminder").on(t.nextReminderAt).where(sql`next_reminder_at is not null`)],
);

/** Holidays and the like, first and last day included: no plan puts anything there. */
export const daysOff = sqliteTable(
  "days_off",
  {
    userId: userId(),
    firstDay: text("first_day").notNull(),
    lastDay: text("last_day").notNull(),
  },
  (t) => [primaryKey({ columns: [t.userId, t.firstDay] })],
);

/** How somebody wants to go through a course. What falls on which day is worked out when it is shown. */
export const plans = sqliteTable(
  "plans",
  {
    userId: userId(),
    courseId: text("course_id").notNull(),
    /** Hours a week, a day to be done by, or the weeks of a block. */
    mode: text("mode", { enum: ["hours", "target", "block"] }).notNull(),
    /** Minutes of study on Monday … Sunday; of `target`, the most there may be. */
    weekdayMinutes: text("weekday_minutes", { mode: "json" }).$type<readonly number[]>().notNull(),
    /** The day to be done by; null unless `target`. */
    targetDay: text("target_day"),
    /** The first day of the plan; of a block, of its first week. */
    startDay: text("start_day").notNull(),
    createdAt: time("created_at").notNull(),
    updatedAt: time("updated_at").notNull(),
  },
  (t) => [primaryKey({ columns: [t.userId, t.courseId] })],
);

/** Measured time in front of an activity, by day. */
export const activeTimes = sqliteTable(
  "active_times",
  {
    userId: userId(),
    courseId: text("course_id").notNull(),
    activityId: text("activity_id").notNull(),
    /** By the person's clock. */
    day: text("day").notNull(),
    seconds: integer("seconds").notNull(),
    /** When the latest of it was counted: two tabs never count the same moment. */
    updatedAt: time("updated_at").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.userId, t.courseId, t.activityId, t.day] }),
    index("active_times_latest").on(t.userId, t.updatedAt),
    index("active_times_of_course").on(t.courseId, t.updatedAt),
  ],
);

/** How the people of a course compare with its stated minutes, measured now and then. */
export const coursePaces = sqliteTable("course_paces", {
  courseId: text("course_id").primaryKey(),
  /** Quartiles of the people's ratios of measured to stated minutes. */
  low: real("low").notNull(),
  middle: real("middle").notNull(),
  high: real("high").notNull(),
  people: integer("people").notNull(),
  updatedAt: time("updated_at").notNull(),
});

/** The secret address of a person's calendar, as a hash. */
export const calendarFeeds = sqliteTable("calendar_feeds", {
  userId: userId().primaryKey(),
  keyHash: text("key_hash").notNull().unique(),
  createdAt: time("created_at").notNull(),
});

/** E-mail on its way out. One row a message, so that a message is written once and sent at most once. */
export const outbox = sqliteTable(
  "outbox",
  {
    id: text("id").primaryKey(),
    userId: userId(),
    /** What it is about, e.g. `reminder/<user>/2026-03-02`: the same message is not written twice. */
    occasion: text("occasion").notNull(),
    recipient: text("recipient").notNull(),
    subject: text("subject").notNull(),
    body: text("body").notNull(),
    headers: text("headers", { mode: "json" }).$type<Record<string, string>>().notNull(),
    /** `waiting` → `sending` → `sent`; back to `waiting` after a refusal, `given-up` in the end. */
    state: text("state", { enum: ["waiting", "sending", "sent", "given-up"] }).notNull(),
    attempts: integer("attempts").notNull().default(0),
    /** Not before this moment. */
    dueAt: time("due_at").notNull(),
    createdAt: time("created_at").notNull(),
    sentAt: time("sent_at"),
  },
  (t) => [
    uniqueIndex("outbox_once").on(t.occasion),
    index("outbox_by_user").on(t.userId),
    index("outbox_due").on(t.state, t.dueAt),
  ],
);
