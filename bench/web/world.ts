/** Data of a whole installation: 20 courses of 60 activities, learners with what they did. Rows are written by SQLite itself. */
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import Sqlite from "better-sqlite3";

export const COURSES = 20;
export const ACTIVITIES = 60;
/** Of each learner: courses, finished activities and submissions; 100,000 of them make 3 million and a million. */
const COURSES_EACH = 2;
const FINISHED_EACH = 30;
const SUBMISSIONS_EACH = 10;
const DAY_MS = 86_400_000;
export const START_MS = Date.UTC(2026, 0, 1);

export const courseId = (n: number): string => `course-${n}`;
export const lessonId = (n: number): string => `part-${Math.floor(n / 12)}/lesson-${n}`;
export const learnerId = (n: number): string => `learner-${n}`;
/** The course that a learner joined as the first one. */
export const firstCourseOf = (learner: number): number => learner % COURSES;

/** Lessons of about four hundred words with a list, code and a table: what a reader meets every day. */
export function writeContent(folder: string): void {
  for (let c = 0; c < COURSES; c += 1) {
    const course = join(folder, "courses", courseId(c));
    mkdirSync(course, { recursive: true });
    writeFileSync(join(course, "course.md"), `---\ntitle: Course ${c}\nsummary: One of twenty.\n---\nWelcome.\n`);
    for (let a = 0; a < ACTIVITIES; a += 1) {
      const part = Math.floor(a / 12);
      const module = join(course, `${String(part + 1).padStart(2, "0")}-part-${part}`);
      mkdirSync(module, { recursive: true });
      if (a % 12 === 0) writeFileSync(join(module, "module.md"), `---\ntitle: Part ${part}\nsummary: A part.\n---\n`);
      writeFileSync(join(module, `${String((a % 12) + 1).padStart(2, "0")}-lesson-${a}.md`), buildLesson(c, a));
    }
  }
}

function buildLesson(course: number, activity: number): string {
  const paragraph = `Course ${course}, lesson ${activity}. ${"A log tells in lines what happened, and a line has a time, a place and some words. ".repeat(5)}`;
  const sections = ["Reading", "Counting", "Asking"].map((title) => `## ${title}\n\n${paragraph}\n\n- one thing\n- another **thing**\n\n\`\`\`js\nconst lines = text.split("\\n");\nconsole.log(lines.length);\n\`\`\`\n\n| a | b |\n|---|---|\n| 1 | 2 |\n`);
  return `---\nkind: lesson\ntitle: Lesson ${activity}\nsummary: What lines say.\nminutes: 10\n---\n${sections.join("\n")}`;
}

/** Fills a migrated, empty database. @param courseHashes content hash of each course, by number */
export function fillDatabase(file: string, learners: number, courseHashes: readonly string[]): void {
  const db = new Sqlite(file);
  db.pragma("journal_mode = WAL");
  db.pragma("synchronous = OFF");
  db.pragma("cache_size = -400000");
  // What is written here fits together, and indexes are made faster of all rows than row by row.
  db.pragma("foreign_keys = OFF");
  const indexes = db.prepare("select name, sql from sqlite_master where type = 'index' and sql is not null and tbl_name in ('users', 'enrollments', 'completions', 'submissions', 'test_runs')").all() as { name: string; sql: string }[];
  for (const { name } of indexes) db.exec(`drop index "${name}"`);
  db.exec("create temp table course_hashes (n integer primary key, hash text); create temp table n (i integer primary key);");
  const addHash = db.prepare("insert into course_hashes values (?, ?)");
  courseHashes.forEach((hash, n) => addHash.run(n, hash));
  db.prepare("insert into n with recursive c(i) as (select 0 union all select i + 1 from c where i < ?) select i from c").run(Math.max(learners, 100) - 1);
  const learner = "'learner-' || n.i";
  const run = (sql: string): void => void db.prepare(sql).run({ learners, start: START_MS, day: DAY_MS });
  db.exec("begin");
  run(`insert into users (id, email, name, password_hash, is_administrator, editor, created_at) select ${learner}, ${learner} || '@example.test', 'Learner ' || n.i, 'none', 0, 'monaco', @start from n where n.i < @learners`);
  for (let k = 0; k < COURSES_EACH; k += 1) {
    const course = `((n.i + ${k * 7}) % ${COURSES})`;
    run(`insert into enrollments (id, user_id, course_id, course_hash, created_at, last_activity_id, last_active_at)
      select 'e${k}-' || n.i, ${learner}, 'course-' || ${course}, (select hash from course_hashes where n = ${course}), @start + n.i * 1000, 'part-0/lesson-3', @start + @day + n.i * 1000 from n where n.i < @learners`);
    run(`insert into completions (user_id, course_id, activity_id, reason, content_hash, completed_at)
      select ${learner}, 'course-' || ${course}, 'part-' || (a.i / 12) || '/lesson-' || a.i, 'marked', 'c', @start + a.i * @day / 4 from n join n a on a.i < ${FINISHED_EACH / COURSES_EACH} where n.i < @learners`);
  }
  run(`insert into submissions (id, user_id, course_id, activity_id, kind, files, idempotency_key, state, attempts, content_hash, test_hash, seed, created_at)
    select 's' || a.i || '-' || n.i, ${learner}, 'course-' || (n.i % ${COURSES}), 'part-0/lesson-' || (a.i % 3), 'lab', '{"sum.js":"export const sum = (a, b) => a + b; // ' || a.i || '"}', 'key-' || a.i, 'done', 1, 'c', 't', 's', @start + a.i * @day
    from n join n a on a.i < ${SUBMISSIONS_EACH} where n.i < @learners`);
  run(`insert into test_runs (id, submission_id, number, outcome, score, passed_tests, total_tests, result, content_hash, test_hash, engine, seed, created_at)
    select 'r' || id, id, 1, case when rowid % 3 = 0 then 'failed' else 'passed' end, 1, 5, 5, '{"outcome":"passed","score":1,"tests":[],"output":"","message":null,"diagnostics":[],"durationMs":5,"engine":"bench"}', 'c', 't', 'bench', 's', created_at from submissions`);
  db.exec("commit");
  for (const { sql } of indexes) db.exec(sql);
  db.exec("analyze");
  db.pragma("wal_checkpoint(TRUNCATE)");
  db.close();
}
