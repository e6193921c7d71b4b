import { sqliteTable, primaryKey, text, integer } from "drizzle-orm/sqlite-core";

/** An activity as it was in a version of its course. */
export interface OutlinedActivity {
  id: string;
  kind: string;
  title: string;
  moduleTitle: string;
  required: boolean;
  minutes: number;
  contentHash: string;
  /** Null when nothing is graded. */
  testHash: string | null;
}

/** What a course consisted of when somebody enrolled in it, for telling what has changed since. Written once. */
export const courseVersions = sqliteTable(
  "course_versions",
  {
    courseId: text("course_id").notNull(),
    /** `Course.contentHash`. */
    contentHash: text("content_hash").notNull(),
    activities: text("activities", { mode: "json" }).$type<readonly OutlinedActivity[]>().notNull(),
    createdAt: integer("created_at", { mode: "timestamp_ms" }).notNull(),
  },
  (t) => [primaryKey({ columns: [t.courseId, t.contentHash] })],
);
