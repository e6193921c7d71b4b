import { readdirSync } from "node:fs";
import Sqlite from "better-sqlite3";
import { drizzle } from "drizzle-orm/better-sqlite3";
import { beforeAll, describe, expect, it } from "vitest";
import { migrateDatabase } from "../../db/migrate.ts";
import * as schema from "../../db/schema.ts";

const FOLDER = new URL("../../db/queries/", import.meta.url);
const when = new Date("2026-03-01T10:00:00Z");

/** Every parameter and column that a query takes by name. A query takes what it knows of these. */
const SAMPLE = {
  id: "x", userId: "u", courseId: "c", activityId: "m/a", submissionId: "s", graderId: "g", authorId: "u", courseIds: ["c", "d"], submissionIds: ["s", "t"], activityIds: ["m/a"],
  exceptUserIds: ["u"], email: "a@b.example", name: "A", passwordHash: "h", isAdministrator: false, editor: "plain", role: "grader", text: "a", limit: 10, offset: 0, version: 1,
  versions: [1, 2], path: "p", line: 1, body: "b", files: {}, levels: {}, summary: "", points: 1, decision: "accepted", reason: "marked", kind: "project", state: "queued",
  attempts: 1, idempotencyKey: "k", seed: "s", number: 1, outcome: "passed", score: 1, passedTests: 1, totalTests: 1, result: {}, engine: "e", link: null, message: null, position: 0,
  contentHash: "c", testHash: "t", courseHash: "c", bytes: null, baseHash: null, baseBytes: null, at: when, createdAt: when, updatedAt: when, completedAt: when, claimedAt: when,
  notBefore: when, questionId: "q", memory: {}, begunAt: when, expected: when, decidedAt: null, seenAt: null, releasedAt: null, releasedOnly: true, expiresAt: 1, lastActivityId: null, lastActiveAt: null, expectedVersion: 1, before: when, keep: 10,
  timeZone: "UTC", studyMinute: null, reminders: true, reminderMinute: 480, optOutKey: "k", nextReminderAt: when, firstDay: "2026-03-01", lastDay: "2026-03-02", mode: "hours",
  weekdayMinutes: [60, 0, 0, 0, 0, 0, 0], targetDay: null, startDay: "2026-03-01", day: "2026-03-01", since: "2026-03-01", seconds: 60, low: 1, middle: 1, high: 1, people: 1,
  language: "es", keyHash: "h", occasion: "o", recipient: "a@b.example", subject: "s", headers: {}, dueAt: when, sentAt: null,
  checked: [], hours: "", evidence: "", handedInAt: when, signedBy: null, signedAt: null, words: "", form: null, hosts: [], contentType: "text/plain", sizeBytes: 1,
  code: "c", courseTitle: "T", courseSummary: "", minutes: 1, outcomes: [], rungs: [], origin: "https://a.example", issuedAt: when, revokedAt: when, revokedReason: "r", revokedBy: "u",
  algorithm: "RS256", publicJwk: {}, privateJwk: {}, slug: "s", headline: "", about: "", isPublic: false, isListed: false, items: [],
  after: when, behind: { enrolledAt: when, enrollmentId: "e" }, isShared: false, isStaff: true, answeredAt: null, quote: null, testName: null, testMessage: null,
};

/**
 * Queries that read a whole table on purpose, and why that is bounded. An entry that is not needed fails too.
 */
const WHOLE_TABLE: Readonly<Record<string, string>> = {
  "users.ts countUsers": "only at start, over a small index",
  "people.ts listPeople": "the administrator's search for a part of a name; a page at a time, in the order of an index",
  "people.ts countPeople": "the same search",
  "signing-keys.ts findNewestSigningKey": "the last entry of an index; the table holds a key every few years",
  "signing-keys.ts listPublicKeys": "the same handful of keys",
  "submissions.ts countUngraded": "a partial index that holds only what has no verdict yet",
};

interface Statement {
  sql: string;
  params: unknown[];
}

let connection: Sqlite.Database;
let statements: Statement[] = [];
const queries: [name: string, query: (db: unknown, params: unknown) => Promise<unknown>][] = [];

beforeAll(async () => {
  connection = new Sqlite(":memory:");
  migrateDatabase(connection, ":memory:");
  for (const file of readdirSync(FOLDER).sort()) {
    const exported = (await import(new URL(file, FOLDER).href)) as Record<string, unknown>;
    for (const [name, value] of Object.entries(exported)) if (typeof value === "function") queries.push([`${file} ${name}`, value as (typeof queries)[number][1]]);
  }
});

/** What a query sends to the database. Rows that do not fit are refused after that, which is no matter here. */
async function record(query: (db: unknown, params: unknown) => Promise<unknown>): Promise<Statement[]> {
  statements = [];
  const db = drizzle(connection, { schema, logger: { logQuery: (sql, params) => void statements.push({ sql, params }) } });
  connection.exec("BEGIN");
  await query(db, SAMPLE).catch(() => null);
  connection.exec("ROLLBACK");
  return statements;
}

function explain({ sql, params }: Statement): string[] {
  const plan = connection.prepare(`EXPLAIN QUERY PLAN ${sql}`).all(...params) as { detail: string }[];
  return plan.map(({ detail }) => detail);
}

const isWholeTable = (step: string) => /^SCAN (?!CONSTANT ROW|\(|json_each)/.test(step);

describe("every query", () => {
  it("sends at least one statement when it is called with named parameters", async () => {
    const silent: string[] = [];
    for (const [name, query] of queries) if ((await record(query)).length === 0) silent.push(name);
    expect(silent, "add what they take to SAMPLE").toEqual([]);
    expect(queries.length).toBeGreaterThan(30);
  });

  it("finds its rows by an index", async () => {
    const whole: string[] = [];
    for (const [name, query] of queries) {
      for (const statement of await record(query)) {
        const steps = explain(statement).filter(isWholeTable);
        if (steps.length > 0) whole.push(name in WHOLE_TABLE ? name : `${name}: ${steps.join("; ")}\n    ${statement.sql}`);
      }
    }
    expect([...new Set(whole)].sort()).toEqual(Object.keys(WHOLE_TABLE).sort());
  });
});

describe("every foreign key", () => {
  it("has an index that begins with it", () => {
    const tables = connection.prepare("select name from sqlite_master where type = 'table' and name not like 'sqlite_%' and name not like '\\_\\_%' escape '\\'").pluck().all() as string[];
    const bare: string[] = [];
    for (const table of tables) {
      const indexes = (connection.pragma(`index_list(${table})`) as { name: string }[]).map(({ name }) => (connection.pragma(`index_info(${name})`) as { name: string }[])[0]?.name);
      const primaryKey = (connection.pragma(`table_info(${table})`) as { name: string; pk: number }[]).find(({ pk }) => pk === 1)?.name;
      for (const { from } of connection.pragma(`foreign_key_list(${table})`) as { from: string }[]) if (![...indexes, primaryKey].includes(from)) bare.push(`${table}.${from}`);
    }
    expect(tables).toContain("submissions");
    expect(bare).toEqual([]);
  });
});
