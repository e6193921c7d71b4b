/**
 * The tables of the main job. Words are those of the glossary in the README; ids of people and hand-ins are random text, ids of
 * courses and activities are those of the content folder. Times are UTC milliseconds, as `Date`.
 */
import { sql } from "drizzle-orm";
import { blob, index, integer, primaryKey, real, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";

const time = (name: string) => integer(name, { mode: "timestamp_ms" });
const userId = () =>
  text("user_id")
    .notNull()
    .references(() => users.id, { onDelete: "cascade" });

export const users = sqliteTable(
  "users",
  {
    id: text("id").primaryKey(),
    /** Lower case, trimmed: what signing in compares. */
    email: text("email").notNull().unique(),
    name: text("name").notNull(),
    passwordHash: text("password_hash").notNull(),
    isAdministrator: integer("is_administrator", { mode: "boolean" }).notNull().default(false),
    /** Which editor this person works in. */
    editor: text("editor", { enum: ["monaco", "plain"] }).notNull().default("monaco"),
    /** Language of the interface, as a tag (`es`); null: what the browser asks for. */
    language: text("language"),
    createdAt: time("created_at").notNull(),
  },
  (t) => [index("users_by_name").on(t.name, t.id), index("users_administrators").on(t.isAdministrator).where(sql`is_administrator = 1`)],
);

/** Lucia's table; `id` is a hash of what the cookie carries. */
export const sessions = sqliteTable(
  "sessions",
  {
    id: text("id").primaryKey(),
    userId: userId(),
    /** Seconds, not milliseconds: lucia's adapter writes it. */
    expiresAt: integer("expires_at").notNull(),
  },
  (t) => [index("sessions_by_user").on(t.userId)],
);

/** Who teaches or grades which course. Learners are `enrollments`. */
export const courseRoles = sqliteTable(
  "course_roles",
  {
    userId: userId(),
    courseId: text("course_id").notNull(),
    role: text("role", { enum: ["instructor", "grader"] }).notNull(),
    createdAt: time("created_at").notNull(),
  },
  (t) => [primaryKey({ columns: [t.userId, t.courseId, t.role] }), index("course_roles_by_course").on(t.courseId, t.role)],
);

export const enrollments = sqliteTable(
  "enrollments",
  {
    id: text("id").primaryKey(),
    userId: userId(),
    courseId: text("course_id").notNull(),
    /** `Course.contentHash` at the time of enrolling. */
    courseHash: text("course_hash").notNull(),
    createdAt: time("created_at").notNull(),
    /** Where this person was last, for "continue". */
    lastActivityId: text("last_activity_id"),
    lastActiveAt: time("last_active_at"),
  },
  (t) => [uniqueIndex("enrollments_once").on(t.userId, t.courseId), index("enrollments_by_course").on(t.courseId, t.createdAt, t.id)],
);

export const completions = sqliteTable(
  "completions",
  {
    userId: userId(),
    courseId: text("course_id").notNull(),
    /** `module/activity`, the id of the catalog. */
    activityId: text("activity_id").notNull(),
    /** How it came about. */
    reason: text("reason", { enum: ["marked", "passed", "accepted", "sent", "checked", "signed", "placed"] }).notNull(),
    contentHash: text("content_hash").notNull(),
    completedAt: time("completed_at").notNull(),
  },
  (t) => [primaryKey({ columns: [t.userId, t.courseId, t.activityId] }), index("completions_of_activity").on(t.courseId, t.activityId)],
);

/** How far down a lesson somebody has read, 0 to 1. */
export const readingPositions = sqliteTable(
  "reading_positions",
  {
    userId: userId(),
    courseId: text("course_id").notNull(),
    activityId: text("activity_id").notNull(),
    position: real("position").notNull(),
    updatedAt: time("updated_at").notNull(),
  },
  (t) => [primaryKey({ columns: [t.userId, t.courseId, t.activityId] })],
);

/** What is in the editor. A save names the version it began from; another one in between makes it a conflict. */
export const drafts = sqliteTable(
  "drafts",
  {
    userId: userId(),
    courseId: text("course_id").notNull(),
    activityId: text("activity_id").notNull(),
    version: integer("version").notNull(),
    /** Workspace path to text; the learner's own files only. */
    files: text("files", { mode: "json" }).$type<Record<string, string>>().notNull(),
    contentHash: text("content_hash").notNull(),
    updatedAt: time("updated_at").notNull(),
  },
  (t) => [primaryKey({ columns: [t.userId, t.courseId, t.activityId] })],
);

/** Earlier contents of a draft, for undo after a reset, a conflict or a mistake. The newest ones are kept. */
export const draftVersions = sqliteTable(
  "draft_versions",
  {
    userId: userId(),
    courseId: text("course_id").notNull(),
    activityId: text("activity_id").notNull(),
    version: integer("version").notNull(),
    files: text("files", { mode: "json" }).$type<Record<string, string>>().notNull(),
    reason: text("reason", { enum: ["save", "reset", "restore", "set-aside"] }).notNull(),
    createdAt: time("created_at").notNull(),
  },
  (t) => [primaryKey({ columns: [t.userId, t.courseId, t.activityId, t.version] })],
);

/** An immutable hand-in of a lab or a project. */
export const submissions = sqliteTable(
  "submissions",
  {
    id: text("id").primaryKey(),
    userId: userId(),
    courseId: text("course_id").notNull(),
    activityId: text("activity_id").notNull(),
    kind: text("kind", { enum: ["lab", "project"] }).notNull(),
    files: text("files", { mode: "json" }).$type<Record<string, string>>().notNull(),
    /** A link handed in with a project, or null. Hostile text. */
    link: text("link"),
    /** What the learner says about it. Hostile text. */
    message: text("message"),
    /** Made by the client: the same key again is the same submission. */
    idempotencyKey: text("idempotency_key").notNull(),
    /** `queued` → `running` → `done`; `running` goes back to `queued` at start. No tests: `done` at once. */
    state: text("state", { enum: ["queued", "running", "done"] }).notNull(),
    /** Times that grading was begun. */
    attempts: integer("attempts").notNull().default(0),
    contentHash: text("content_hash").notNull(),
    testHash: text("test_hash").notNull(),
    seed: text("seed").notNull(),
    createdAt: time("created_at").notNull(),
  },
  (t) => [
    uniqueIndex("submissions_once").on(t.userId, t.idempotencyKey),
    index("submissions_of_activity").on(t.userId, t.courseId, t.activityId, t.createdAt),
    index("submissions_by_state").on(t.state, t.createdAt).where(sql`state <> 'done'`),
    // Somebody's few that have no verdict, among all that they ever handed in.
    index("submissions_unfinished").on(t.userId).where(sql`state <> 'done'`),
    index("submissions_of_course").on(t.courseId, t.kind, t.createdAt),
  ],
);

/** What the sandbox said of a submission. `number` 1 is the verdict at hand-in; a regrade adds the next. */
export const testRuns = sqliteTable(
  "test_runs",
  {
    id: text("id").primaryKey(),
    submissionId: text("submission_id")
      .notNull()
      .references(() => submissions.id, { onDelete: "cascade" }),
    number: integer("number").notNull(),
    outcome: text("outcome", {
      enum: ["passed", "failed", "errored", "timed-out", "out-of-memory", "too-much-output", "crashed"],
    }).notNull(),
    score: real("score").notNull(),
    passedTests: integer("passed_tests").notNull(),
    totalTests: integer("total_tests").notNull(),
    /** `GradeResult` as JSON, hidden tests in full: redact before a learner sees it. */
    result: text("result", { mode: "json" }).$type<unknown>().notNull(),
    contentHash: text("content_hash").notNull(),
    testHash: text("test_hash").notNull(),
    engine: text("engine").notNull(),
    seed: text("seed").notNull(),
    createdAt: time("created_at").notNull(),
  },
  (t) => [uniqueIndex("test_runs_once").on(t.submissionId, t.number)],
);

/** A decision, criterion by criterion, with the titles and points that the rubric had. */
export interface ReviewOutcome {
  criteria: readonly { id: string; title: string; level: string | null; levelTitle: string | null; points: number; maxPoints: number }[];
  points: number;
  maxPoints: number;
}

/** A grader's judgement of a project submission. One per submission; claimed first, decided later. */
export const reviews = sqliteTable(
  "reviews",
  {
    id: text("id").primaryKey(),
    submissionId: text("submission_id")
      .notNull()
      .unique()
      .references(() => submissions.id, { onDelete: "cascade" }),
    courseId: text("course_id").notNull(),
    graderId: text("grader_id")
      .notNull()
      .references(() => users.id),
    decision: text("decision", { enum: ["accepted", "changes-asked"] }),
    /** Criterion id to level id. */
    levels: text("levels", { mode: "json" }).$type<Record<string, string>>().notNull(),
    points: real("points"),
    /**
     * What the decision was made of, as the rubric was then: a later edit of the rubric changes no grade.
     * Null until decided.
     */
    outcome: text("outcome", { mode: "json" }).$type<ReviewOutcome>(),
    summary: text("summary").notNull().default(""),
    /** Rises with every save: two tabs never overwrite each other silently. */
    version: integer("version").notNull().default(1),
    /** When the grader took it, or last saved something: an old claim can be taken over. */
    claimedAt: time("claimed_at").notNull(),
    /** When the grader gave it back undecided, for others to take; null while somebody holds it. */
    releasedAt: time("released_at"),
    decidedAt: time("decided_at"),
    /** When the learner opened the decision. */
    seenAt: time("seen_at"),
  },
  (t) => [index("reviews_of_course").on(t.courseId, t.decidedAt), index("reviews_by_grader").on(t.graderId, t.decidedAt)],
);

/** Words about a submission: on a line (`path` and `line`) or on the whole. By the grader or the learner. */
export const reviewComments = sqliteTable(
  "review_comments",
  {
    id: text("id").primaryKey(),
    submissionId: text("submission_id")
      .notNull()
      .references(() => submissions.id, { onDelete: "cascade" }),
    authorId: text("author_id")
      .notNull()
      .references(() => users.id),
    path: text("path"),
    line: integer("line"),
    body: text("body").notNull(),
    createdAt: time("created_at").notNull(),
    /** A grader's words reach the learner with the decision; null until then. */
    releasedAt: time("released_at"),
  },
  (t) => [index("review_comments_of_submission").on(t.submissionId, t.createdAt), index("review_comments_by_author").on(t.authorId)],
);

/**
 * An instructor's unpublished changes of a course: an overlay of files over the folder on disk, one row a file.
 * `baseHash` is what the file was when the change began (null: it did not exist); publishing compares.
 */
export const contentDrafts = sqliteTable(
  "content_drafts",
  {
    userId: userId(),
    courseId: text("course_id").notNull(),
    /** From the course folder, with `/`. */
    path: text("path").notNull(),
    /** The new bytes; null: the file is to go. */
    bytes: blob("bytes", { mode: "buffer" }),
    baseHash: text("base_hash"),
    /** The bytes that the change began from, for a three-way view. */
    baseBytes: blob("base_bytes", { mode: "buffer" }),
    version: integer("version").notNull(),
    updatedAt: time("updated_at").notNull(),
  },
  (t) => [primaryKey({ columns: [t.userId, t.courseId, t.path] }), index("content_drafts_of_course").on(t.courseId)],
);
