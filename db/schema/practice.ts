import { index, integer, primaryKey, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { users } from "./core.ts";

const time = (name: string) => integer(name, { mode: "timestamp_ms" });

/** The memory of one thing, as FSRS keeps it: days, and numbers without a unit. */
export interface StoredMemory {
  stability: number;
  difficulty: number;
  scheduledDays: number;
  learningSteps: number;
  reps: number;
  lapses: number;
  /** 0 new, 1 learning, 2 review, 3 relearning. */
  state: number;
  /** UTC milliseconds; null before the first time. */
  lastReviewMs: number | null;
}

/** What comes back to be recalled: a question of a passed quiz, or a short lab that was passed. */
export const practiceCards = sqliteTable(
  "practice_cards",
  {
    userId: text("user_id").notNull().references(() => users.id, { onDelete: "cascade" }),
    courseId: text("course_id").notNull(),
    activityId: text("activity_id").notNull(),
    /** Empty for a lab. */
    questionId: text("question_id").notNull(),
    memory: text("memory", { mode: "json" }).$type<StoredMemory>().notNull(),
    dueAt: time("due_at").notNull(),
    /** When a lab was begun anew and not yet passed again; null otherwise. */
    begunAt: time("begun_at"),
    createdAt: time("created_at").notNull(),
  },
  (t) => [primaryKey({ columns: [t.userId, t.courseId, t.activityId, t.questionId] }), index("practice_cards_due").on(t.userId, t.dueAt)],
);
