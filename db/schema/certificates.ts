/** Certificates, the keys that sign their credentials, and what people choose to show of their work. */
import { sql } from "drizzle-orm";
import { index, integer, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";
import { users } from "./core.ts";

const time = (name: string) => integer(name, { mode: "timestamp_ms" });

/** That somebody finished a course, in the words of that day: later edits of the course or of the name change nothing. */
export const certificates = sqliteTable(
  "certificates",
  {
    /** Random, fit for URLs: who has it may look at the certificate. */
    code: text("code").primaryKey(),
    userId: text("user_id").notNull().references(() => users.id, { onDelete: "cascade" }),
    courseId: text("course_id").notNull(),
    courseHash: text("course_hash").notNull(),
    /** The learner's name as it was. Hostile text. */
    name: text("name").notNull(),
    courseTitle: text("course_title").notNull(),
    courseSummary: text("course_summary").notNull(),
    /** The course's honest estimate of its required part. */
    minutes: integer("minutes").notNull(),
    outcomes: text("outcomes", { mode: "json" }).$type<readonly string[]>().notNull(),
    /** Activities of each module: the ladder on the certificate. */
    rungs: text("rungs", { mode: "json" }).$type<readonly number[]>().notNull(),
    /** Address of the site that issued it, without a slash at the end: its signed credential names it for ever. */
    origin: text("origin").notNull(),
    issuedAt: time("issued_at").notNull(),
    /** Null while it is valid. */
    revokedAt: time("revoked_at"),
    /** Said to everybody who verifies it. */
    revokedReason: text("revoked_reason"),
    revokedBy: text("revoked_by").references(() => users.id, { onDelete: "set null" }),
  },
  (t) => [
    uniqueIndex("certificates_once").on(t.userId, t.courseId),
    index("certificates_by_revoker").on(t.revokedBy).where(sql`revoked_by is not null`),
  ],
);

/** Keys that sign credentials. The newest one signs; the older ones stay so that what they signed can be verified. */
export const signingKeys = sqliteTable(
  "signing_keys",
  {
    /** The `kid`: fit for URLs. */
    id: text("id").primaryKey(),
    algorithm: text("algorithm", { enum: ["RS256"] }).notNull(),
    publicJwk: text("public_jwk", { mode: "json" }).$type<Record<string, unknown>>().notNull(),
    /** A secret: never for a page, a log or an export. */
    privateJwk: text("private_jwk", { mode: "json" }).$type<Record<string, unknown>>().notNull(),
    createdAt: time("created_at").notNull(),
  },
  (t) => [index("signing_keys_by_age").on(t.createdAt, t.id)],
);

/** One thing on a portfolio. What it names may be gone, or be somebody else's when a form was forged: whoever shows it looks. */
export type PortfolioItem = { kind: "certificate"; code: string } | { kind: "work"; submissionId: string; showsCode: boolean };

/** A page about oneself that its owner may switch on. */
export const portfolios = sqliteTable("portfolios", {
  userId: text("user_id").primaryKey().references(() => users.id, { onDelete: "cascade" }),
  /** Its address below `/p/`. */
  slug: text("slug").notNull().unique(),
  /** Hostile text, as `about` is. */
  headline: text("headline").notNull().default(""),
  about: text("about").notNull().default(""),
  /** False: it is nobody else's to see. */
  isPublic: integer("is_public", { mode: "boolean" }).notNull().default(false),
  /** Whether search engines may list it. */
  isListed: integer("is_listed", { mode: "boolean" }).notNull().default(false),
  /** In the order of the page. */
  items: text("items", { mode: "json" }).$type<readonly PortfolioItem[]>().notNull(),
  updatedAt: time("updated_at").notNull(),
});
