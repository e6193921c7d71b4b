import { index, integer, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { users } from "./core.ts";

/** What somebody wrote, marked or wants to find again in an activity. Theirs alone. */
export const notes = sqliteTable(
  "notes",
  {
    id: text("id").primaryKey(),
    userId: text("user_id")
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    courseId: text("course_id").notNull(),
    activityId: text("activity_id").notNull(),
    /** A highlight is a note with a quote; its words may be empty. */
    kind: text("kind", { enum: ["note", "highlight", "bookmark"] }).notNull(),
    /** The marked words and what stands around them (W3C Web Annotation, TextQuoteSelector); empty without a mark. */
    quote: text("quote").notNull().default(""),
    prefix: text("prefix").notNull().default(""),
    suffix: text("suffix").notNull().default(""),
    body: text("body").notNull().default(""),
    createdAt: integer("created_at", { mode: "timestamp_ms" }).notNull(),
    updatedAt: integer("updated_at", { mode: "timestamp_ms" }).notNull(),
  },
  (t) => [index("notes_of_activity").on(t.userId, t.courseId, t.activityId, t.createdAt)],
);
