/** What learners do of tasks, the files they show for it, and how they like lessons to be shown. */
import { sql } from "drizzle-orm";
import { blob, index, integer, primaryKey, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { users } from "./core.ts";

const time = (name: string) => integer(name, { mode: "timestamp_ms" });
const userId = () =>
  text("user_id")
    .notNull()
    .references(() => users.id, { onDelete: "cascade" });

/** A learner's work at a task: kept with every change, handed in once. */
export const taskWorks = sqliteTable(
  "task_works",
  {
    userId: userId(),
    courseId: text("course_id").notNull(),
    activityId: text("activity_id").notNull(),
    /** Ids of the checklist's items. Some may be gone from the task. */
    checked: text("checked", { mode: "json" }).$type<readonly string[]>().notNull(),
    /** As typed, so that nothing is lost that is no number yet. Hostile text. */
    hours: text("hours").notNull().default(""),
    /** Words or a link that show it, as typed. Hostile text. */
    evidence: text("evidence").notNull().default(""),
    /** `open` → `waiting` for a sign-off → `signed` or `returned`; without a sign-off `open` → `done`. */
    state: text("state", { enum: ["open", "waiting", "returned", "signed", "done"] }).notNull(),
    handedInAt: time("handed_in_at"),
    /** Who confirmed or returned it; stays when that person is gone. */
    signedBy: text("signed_by").references(() => users.id, { onDelete: "set null" }),
    signedAt: time("signed_at"),
    /** What they said. Hostile text. */
    words: text("words").notNull().default(""),
    /** Counts the changes of what is typed and ticked: a page saves over the one that it began from. */
    version: integer("version").notNull().default(0),
    updatedAt: time("updated_at").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.userId, t.courseId, t.activityId] }),
    index("task_works_by_signer").on(t.signedBy),
    index("task_works_waiting").on(t.courseId, t.handedInAt).where(sql`state = 'waiting'`),
  ],
);

/** Files that learners hand in to show that something was done: never read by the program, only given back. */
export const taskFiles = sqliteTable(
  "task_files",
  {
    id: text("id").primaryKey(),
    userId: userId(),
    courseId: text("course_id").notNull(),
    activityId: text("activity_id").notNull(),
    /** As the learner's computer had it, without folders and control characters. Hostile text. */
    name: text("name").notNull(),
    /** From our own list, never what the browser said. */
    contentType: text("content_type").notNull(),
    sizeBytes: integer("size_bytes").notNull(),
    bytes: blob("bytes", { mode: "buffer" }).notNull(),
    createdAt: time("created_at").notNull(),
  },
  (t) => [index("task_files_of_work").on(t.userId, t.courseId, t.activityId)],
);

/** How somebody likes lessons: the form they chose last, and the sites whose videos load without asking. */
export const mediaPreferences = sqliteTable("media_preferences", {
  userId: userId().primaryKey(),
  form: text("form", { enum: ["text", "video"] }),
  hosts: text("hosts", { mode: "json" }).$type<readonly string[]>().notNull(),
  updatedAt: time("updated_at").notNull(),
});
