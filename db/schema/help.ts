/** Help at work: opened hints, offers that were declined, questions with their replies, and reports of problems. */
import { sql } from "drizzle-orm";
import { index, integer, primaryKey, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { users } from "./core.ts";

const time = (name: string) => integer(name, { mode: "timestamp_ms" });
const userId = () =>
  text("user_id")
    .notNull()
    .references(() => users.id, { onDelete: "cascade" });

/** Hints that somebody opened. Opening costs nothing; it is kept so that a hint stays open. */
export const hintOpenings = sqliteTable(
  "hint_openings",
  {
    userId: userId(),
    courseId: text("course_id").notNull(),
    activityId: text("activity_id").notNull(),
    /** 1-based, in the author's order. */
    number: integer("number").notNull(),
    openedAt: time("opened_at").notNull(),
  },
  (t) => [primaryKey({ columns: [t.userId, t.courseId, t.activityId, t.number] })],
);

/** Offers of help that somebody put away: they are not made again. */
export const declinedOffers = sqliteTable(
  "declined_offers",
  {
    userId: userId(),
    courseId: text("course_id").notNull(),
    activityId: text("activity_id").notNull(),
    /** What the offer was about: `test:` and the name of a test, or `time`. Hostile text. */
    about: text("about").notNull(),
    declinedAt: time("declined_at").notNull(),
  },
  (t) => [primaryKey({ columns: [t.userId, t.courseId, t.activityId, t.about] })],
);

/** A learner's question on an activity, a quoted passage, a line of code or a failing test. All its texts are hostile. */
export const questions = sqliteTable(
  "questions",
  {
    id: text("id").primaryKey(),
    /** Who asks. */
    userId: userId(),
    courseId: text("course_id").notNull(),
    activityId: text("activity_id").notNull(),
    about: text("about", { enum: ["activity", "passage", "line", "test"] }).notNull(),
    /** The passage that it is about, or null. */
    quote: text("quote"),
    /** The file and line (1-based) that it is about, or null. */
    path: text("path"),
    line: integer("line"),
    /** The failing test that it is about and what it said, or null. */
    testName: text("test_name"),
    testMessage: text("test_message"),
    /** The code as it was when the question was asked; null when none goes with it. */
    files: text("files", { mode: "json" }).$type<Record<string, string>>(),
    body: text("body").notNull(),
    state: text("state", { enum: ["open", "answered", "resolved"] }).notNull(),
    /** Whether everybody in the course may read the thread, without the name of whoever asked. */
    isShared: integer("is_shared", { mode: "boolean" }).notNull().default(false),
    /** Made by the form: the same key again is the same question. */
    idempotencyKey: text("idempotency_key").notNull(),
    createdAt: time("created_at").notNull(),
    /** When something was last written. */
    updatedAt: time("updated_at").notNull(),
    /** When a teacher last wrote; null before the first answer. */
    answeredAt: time("answered_at"),
    /** When whoever asked last opened the thread. */
    seenAt: time("seen_at"),
  },
  (t) => [
    index("questions_by_user").on(t.userId, t.updatedAt),
    index("questions_by_key").on(t.userId, t.idempotencyKey),
    index("questions_of_course").on(t.courseId, t.state, t.updatedAt),
    index("questions_shared").on(t.courseId, t.activityId, t.updatedAt).where(sql`is_shared = 1`),
  ],
);

/** What was said in a question's thread, by whoever asked or by those who teach. Hostile text. */
export const questionReplies = sqliteTable(
  "question_replies",
  {
    id: text("id").primaryKey(),
    questionId: text("question_id")
      .notNull()
      .references(() => questions.id, { onDelete: "cascade" }),
    /** Null when that person is gone: what a teacher wrote stays. */
    authorId: text("author_id").references(() => users.id, { onDelete: "set null" }),
    /** Written by somebody who teaches or grades, not by whoever asked. */
    isStaff: integer("is_staff", { mode: "boolean" }).notNull(),
    body: text("body").notNull(),
    createdAt: time("created_at").notNull(),
  },
  (t) => [index("question_replies_of_question").on(t.questionId, t.createdAt), index("question_replies_by_author").on(t.authorId, t.createdAt)],
);

/** Something that is wrong with an activity, as a learner saw it. */
export const problemReports = sqliteTable(
  "problem_reports",
  {
    id: text("id").primaryKey(),
    userId: userId(),
    courseId: text("course_id").notNull(),
    activityId: text("activity_id").notNull(),
    kind: text("kind", { enum: ["typo", "wrong", "broken", "unclear"] }).notNull(),
    /** Hostile text; may be empty. */
    words: text("words").notNull(),
    state: text("state", { enum: ["open", "fixed", "declined"] }).notNull(),
    /** Of the activity when it was reported: tells whether it has been changed since. */
    contentHash: text("content_hash").notNull(),
    createdAt: time("created_at").notNull(),
    /** When the state was last changed; null while it is as it came. */
    decidedAt: time("decided_at"),
  },
  (t) => [index("problem_reports_of_course").on(t.courseId, t.state, t.createdAt), index("problem_reports_by_user").on(t.userId, t.createdAt)],
);
