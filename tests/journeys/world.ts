import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import type { ServerBuild } from "@remix-run/node";
import type { CatalogSource } from "../../app/catalog/catalog.ts";
import { openCatalog } from "../../app/catalog/open-catalog.server.ts";
import type { Deps } from "../../app/deps.server.ts";
import { hashPassword } from "../../app/features/accounts/password.server.ts";
import { certificates, completions, courseRoles, enrollments, portfolios, questions, submissions, taskFiles, testRuns } from "../../db/schema.ts";
import { openDatabase } from "../../db/open-database.ts";
import { afterFile } from "../helpers/after-file.ts";
import { EVERY_TYPE } from "../helpers/questions.ts";
import { serveApp, type ServedApp } from "../helpers/serve-app.ts";
import { insertTestUser, makeTestDeps } from "../helpers/test-deps.ts";

/** Everybody who can stand before an address, in the order of the columns of a matrix. */
export const ROLES = ["visitor", "newcomer", "learner", "other", "instructor", "grader", "administrator"] as const;
export type Role = (typeof ROLES)[number];

export const PASSWORD = "four words in a row";

const FIXTURE = fileURLToPath(new URL("../fixtures/content", import.meta.url));

/** Labs of languages that bring addresses of their own: a console, and tables. */
const TOOL_LABS = {
  "08-count/lab.md": "---\nkind: lab\ntitle: Count\nsummary: Count lines.\nlanguage: bash\nminutes: 5\nopen: count.sh\n---\n\nCount the lines.\n",
  "08-count/starter/count.sh": "echo 0\n",
  "08-count/solution/count.sh": "echo 1\n",
  "08-count/tests/count.bats": '@test "counts" {\n  run bash count.sh\n  assert_output 1\n}\n',
  "09-ask/lab.md": "---\nkind: lab\ntitle: Ask\nsummary: Ask for a number.\nlanguage: sql\nminutes: 5\nopen: ask.sql\n---\n\nAsk for one.\n",
  "09-ask/starter/ask.sql": "SELECT 0;\n",
  "09-ask/solution/ask.sql": "SELECT 1;\n",
  "09-ask/tests/one.sql": "CREATE TABLE numbers (n INTEGER);\n",
} as const;

/** Questions with right answers, whose secrets `quiz-secrets.test.ts` looks for everywhere, and some without. */
const QUESTIONS = {
  "10-check.md": `---\nkind: quiz\ntitle: Check\nminutes: 5\nattempts: 2\n---\n\n${EVERY_TYPE}`,
  "11-feedback.md": "---\nkind: survey\ntitle: Feedback\nminutes: 2\n---\n\n## How was it?\n\n::text\n",
} as const;

export interface World {
  url: string;
  deps: Deps;
  send(role: Role, method: string, address: string, request?: { body?: BodyInit; headers?: Record<string, string> }): Promise<Response>;
  close(): Promise<void>;
}

/**
 * A site with the course `small`, the course `hidden` that is not published, and one person of each kind. The
 * learner has handed in the lab `add` (submission `lab-of-learner`) and the project `report`
 * (`project-of-learner`), and shown `evidence-of-learner` for the task `errand`, after which `later` and `locked` open.
 *
 * Rows are each world's own. The material is one for all worlds of a file: who changes it asks for `ownContent`.
 */
export async function makeWorld(build: ServerBuild, { ownContent = false } = {}): Promise<World> {
  const content = ownContent ? await makeContent() : await (shared ??= shareContent());
  const { rows, cookies } = await (settled ??= settleOnce());
  const { catalogSource } = content;
  const deps = makeTestDeps({ db: openDatabase(rows), catalog: catalogSource.current(), catalogSource, now: () => new Date() });
  const app: ServedApp = await serveApp(deps, build);
  return {
    url: app.url,
    deps,
    send: (role, method, address, { body, headers } = {}) =>
      fetch(`${app.url}${address}`, { method, body, redirect: "manual", headers: { Origin: app.url, "Accept-Encoding": "identity", ...(cookies[role] ? { Cookie: cookies[role] } : {}), ...headers } }),
    async close() {
      await app.close();
      if (ownContent) content.remove();
      else if (content.stamp() !== content.madeAs) throw new Error("The material of all worlds was changed: this test needs its own content.");
    },
  };
}

/** Does something in a world of its own. */
export async function inWorld<T>(build: ServerBuild, act: (world: World) => Promise<T>): Promise<T> {
  const world = await makeWorld(build);
  try {
    return await act(world);
  } finally {
    await world.close();
  }
}

interface Content {
  catalogSource: CatalogSource;
  /** Changes when a file does. */
  stamp: () => string;
  madeAs: string;
  remove: () => void;
}
let shared: Promise<Content> | null = null;

async function shareContent(): Promise<Content> {
  const content = await makeContent();
  afterFile(() => {
    shared = null;
    content.remove();
  });
  return content;
}

async function makeContent(): Promise<Content> {
  const folder = mkdtempSync(join(tmpdir(), "rung-world-"));
  const remove = () => rmSync(folder, { recursive: true, force: true });
  cpSync(join(FIXTURE, "courses", "small"), join(folder, "courses", "small"), { recursive: true });
  for (const [path, text] of Object.entries({ ...TOOL_LABS, ...QUESTIONS })) {
    const file = join(folder, "courses", "small", "01-start", path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
  addTaskAndGates(join(folder, "courses", "small", "01-start"));
  cpSync(join(folder, "courses", "small"), join(folder, "courses", "hidden"), { recursive: true });
  const head = join(folder, "courses", "hidden", "course.md");
  writeFileSync(head, readFileSync(head, "utf8").replace("---\n", "---\npublished: false\n"));

  const catalogSource = await openCatalog(folder);
  const stamp = () => readdirSync(folder, { recursive: true, encoding: "utf8" }).map((path) => `${path} ${statSync(join(folder, path)).mtimeMs}`).sort().join("\n");
  return { catalogSource, stamp, madeAs: stamp(), remove };
}

/** A task, and a lesson and a lab that are closed until it is done. */
function addTaskAndGates(module: string): void {
  const front = (kind: string, title: string, more: string) => `---\nkind: ${kind}\ntitle: ${title}\nminutes: 5\n${more}---\n`;
  writeFileSync(join(module, "30-errand.md"), `${front("task", "Errand", "evidence: file\nsignOff: instructor\n")}- [ ] Do it\n`);
  writeFileSync(join(module, "31-later.md"), `${front("lesson", "Later", "prerequisites: [errand]\n")}Closed words.\n`);
  cpSync(join(module, "02-add"), join(module, "32-locked"), { recursive: true });
  const lab = join(module, "32-locked", "lab.md");
  writeFileSync(lab, readFileSync(lab, "utf8").replace("---\n", "---\ngates: [{ activity: errand }]\n"));
}

interface Settled {
  /** A database. */
  rows: Buffer;
  cookies: Record<Role, string>;
}
let settled: Promise<Settled> | null = null;

/** The rows that every world begins with: made once for each process, since one file makes hundreds of worlds. */
async function settleOnce(): Promise<Settled> {
  const folder = mkdtempSync(join(tmpdir(), "rung-settled-"));
  const deps = makeTestDeps({ now: () => new Date() });
  try {
    const cookies = await settle(deps);
    await deps.db.backup(join(folder, "rung.db"));
    return { rows: readFileSync(join(folder, "rung.db")), cookies };
  } finally {
    deps.db.close();
    rmSync(folder, { recursive: true });
  }
}

/** Stores the people and what they did: their cookies. */
async function settle(deps: Deps): Promise<Record<Role, string>> {
  const passwordHash = await hashPassword(PASSWORD);
  for (const role of ROLES) if (role !== "visitor") await insertTestUser(deps, role, { isAdministrator: role === "administrator", passwordHash });
  const createdAt = new Date("2026-03-01T10:00:00Z");
  const common = { courseId: "small", contentHash: "c", testHash: "t", seed: "s", createdAt };
  const work = { ...common, userId: "learner", state: "done" as const, link: null, message: null, attempts: 1 };
  await deps.db.write(async (tx) => {
    for (const userId of ["learner", "other"]) await tx.insert(enrollments).values({ id: `${userId}-in-small`, userId, courseId: "small", courseHash: "c", createdAt });
    await tx.insert(certificates).values({ code: "certificate-of-learner-0", userId: "learner", courseId: "old", courseHash: "c", name: "learner", courseTitle: "Old", courseSummary: "", minutes: 60, outcomes: [], rungs: [1], origin: "https://learn.example.org", issuedAt: createdAt });
    for (const userId of ["learner", "other"]) await tx.insert(portfolios).values({ userId, slug: `of-${userId}`, isPublic: userId === "learner", items: [{ kind: "certificate", code: "certificate-of-learner-0" }], updatedAt: createdAt });
    for (const role of ["instructor", "grader"] as const) await tx.insert(courseRoles).values({ userId: role, courseId: "small", role, createdAt });
    await tx.insert(submissions).values({ ...work, id: "lab-of-learner", activityId: "start/add", kind: "lab", files: { "add.js": "" }, idempotencyKey: "one" });
    await tx.insert(submissions).values({ ...work, id: "project-of-learner", activityId: "start/report", kind: "project", files: { "report.md": "" }, idempotencyKey: "two" });
    await tx.insert(testRuns).values({
      ...common, id: "run-of-learner", submissionId: "lab-of-learner", number: 1, outcome: "failed", score: 0, passedTests: 0, totalTests: 1, engine: "double/1",
      result: { outcome: "failed", score: 0, tests: [], output: "", message: null, durationMs: 1, engine: "double/1" },
    });
    await tx.insert(taskFiles).values({ id: "evidence-of-learner", userId: "learner", courseId: "small", activityId: "start/errand", name: "notes.txt", contentType: "text/plain; charset=utf-8", sizeBytes: 1, bytes: Buffer.from("x"), createdAt });
    await tx.insert(questions).values({
      id: "question-of-learner", userId: "learner", courseId: "small", activityId: "start/add", about: "activity", quote: null, path: null, line: null, testName: null, testMessage: null,
      files: null, body: "Why?", state: "open", isShared: false, idempotencyKey: "one", createdAt, updatedAt: createdAt, answeredAt: null, seenAt: createdAt,
    });
    for (const userId of ["learner", "other"]) await tx.insert(completions).values({ userId, courseId: "small", activityId: "start/welcome", reason: "marked", contentHash: "c", completedAt: createdAt });
  });
  const cookies = { visitor: "" } as Record<Role, string>;
  for (const role of ROLES) if (role !== "visitor") cookies[role] = (await deps.sessions.begin(role)).split(";")[0] ?? "";
  return cookies;
}

/** Every address pattern of a build with its methods, e.g. `courses/:courseId`. */
export function listRoutes(build: ServerBuild): { id: string; pattern: string; hasLoader: boolean; hasAction: boolean; hasPage: boolean }[] {
  return Object.values(build.routes)
    .filter((route) => route !== undefined && route.id !== "root")
    .map((route) => {
      const parents: string[] = [];
      for (let one: typeof route | undefined = route; one; one = one.parentId === undefined ? undefined : build.routes[one.parentId]) if (one.path) parents.unshift(one.path);
      const { loader, action, default: page } = route.module;
      return { id: route.id, pattern: parents.join("/"), hasLoader: loader !== undefined, hasAction: action !== undefined, hasPage: page !== undefined };
    });
}
