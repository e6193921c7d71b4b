/** Attempts at quizzes, and what surveys were answered. */
import { sql } from "drizzle-orm";
import { index, integer, real, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";
import { users } from "./core.ts";

const time = (name: string) => integer(name, { mode: "timestamp_ms" });

/** Question id to what was answered, field by field, as it was typed or chosen. Hostile text. */
export type StoredAnswers = Record<string, Record<string, string>>;

/** What grading said of one question. */
export interface StoredResult {
  /** 0 to 1. */
  credit: number;
  /** Which of the given parts are right: options, items, gaps, by the keys of the answer. */
  parts: Record<string, boolean>;
  /** The author's words to this answer, Markdown. */
  feedback: string[];
}

/** One try at a quiz. It keeps what was asked, right answers included, so that later edits of the course change nothing. */
export const quizAttempts = sqliteTable(
  "quiz_attempts",
  {
    id: text("id").primaryKey(),
    userId: text("user_id").notNull().references(() => users.id, { onDelete: "cascade" }),
    courseId: text("course_id").notNull(),
    activityId: text("activity_id").notNull(),
    /** 1-based, for each person and quiz. */
    number: integer("number").notNull(),
    state: text("state", { enum: ["open", "submitted"] }).notNull(),
    /** What the questions were drawn and shuffled from. */
    seed: text("seed").notNull(),
    /** The questions in their order, with their right answers: never for a page. */
    asked: text("asked", { mode: "json" }).$type<unknown>().notNull(),
    answers: text("answers", { mode: "json" }).$type<StoredAnswers>().notNull(),
    /** Counts the changes of `answers`: a page saves over the one that it began from. */
    version: integer("version").notNull().default(0),
    /** Null while it is open. */
    results: text("results", { mode: "json" }).$type<Record<string, StoredResult>>(),
    /** Share of the points, 0 to 1; null while it is open. */
    score: real("score"),
    /** By the mark of the day it was handed in; null while it is open. */
    passed: integer("passed", { mode: "boolean" }),
    contentHash: text("content_hash").notNull(),
    createdAt: time("created_at").notNull(),
    updatedAt: time("updated_at").notNull(),
    submittedAt: time("submitted_at"),
  },
  (t) => [
    uniqueIndex("quiz_attempts_once").on(t.userId, t.courseId, t.activityId, t.number),
    uniqueIndex("quiz_attempts_open").on(t.userId, t.courseId, t.activityId).where(sql`state = 'open'`),
  ],
);

/** An answer of a survey in the words of the day: the question, and what was chosen or written. */
export interface StoredSurveyAnswer {
  questionId: string;
  type: "choice" | "several" | "scale" | "free-text";
  /** Ids of options, the number on the scale, or the text. Hostile text. */
  values: string[];
}

/**
 * What surveys were answered. Of an anonymous one the row has neither person nor time, and the table no order of its
 * own (`WITHOUT ROWID`, keys at random): nothing joins it to whoever sent it.
 */
export const surveyAnswers = sqliteTable(
  "survey_answers",
  {
    id: text("id").primaryKey(),
    courseId: text("course_id").notNull(),
    activityId: text("activity_id").notNull(),
    /** Null when the survey is anonymous. */
    userId: text("user_id").references(() => users.id, { onDelete: "cascade" }),
    answers: text("answers", { mode: "json" }).$type<StoredSurveyAnswer[]>().notNull(),
    contentHash: text("content_hash").notNull(),
    /** Null when the survey is anonymous. */
    sentAt: time("sent_at"),
  },
  (t) => [index("survey_answers_of_activity").on(t.courseId, t.activityId), index("survey_answers_by_user").on(t.userId)],
);
