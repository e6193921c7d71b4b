/**
 * A process of its own: the real server over a course with one lab for each language, made of the self-test's programs.
 * Says `{ url, cookies, labs }` when it answers; asked by any message, says what it has measured of itself.
 */
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { monitorEventLoopDelay } from "node:perf_hooks";
import { parseSettings } from "../../../app/settings.server.ts";
import { createWiring } from "../../../app/wiring.server.ts";
import { buildSelfTest } from "../../../bin/self-test-programs.ts";
import { ensureEnrollment } from "../../../db/queries/enrollments.ts";
import { insertUser } from "../../../db/queries/users.ts";
import type { Language, SandboxStatus } from "../../../sandbox/contract.ts";
import { startServer } from "../../../server.ts";
import { LIMITS } from "./attack-limits.ts";

export interface AttackedServer {
  url: string;
  /** A `Cookie` header for each person. */
  cookies: string[];
  labs: Record<Language, { address: string; file: string; right: string }>;
}
export interface Measured {
  status: SandboxStatus;
  /** Resident memory of this process after a collection of garbage, mebibytes. */
  rssMb: number;
  /** The longest that the event loop stood still since the last question, milliseconds. */
  blockedMs: number;
  /** What the longest run took in its worker, milliseconds, and its language. Waiting for a worker is not in it. */
  longestRun: { language: Language | null; durationMs: number };
}

if (process.send) await serve(process.env.FOLDER ?? "", Number(process.env.PEOPLE));

async function serve(folder: string, people: number) {
  const contentDir = join(folder, "content");
  const labs = writeCourse(contentDir);
  const settings = parseSettings({ NODE_ENV: "production", HOST: "127.0.0.1", PORT: "0", LOG_LEVEL: "error", SANDBOX_WORKERS: "2", DATABASE_FILE: join(folder, "rung.db"), CONTENT_DIR: contentDir });
  const wiring = await createWiring(settings);
  wiring.sandbox.warm(Object.keys(labs) as Language[]);
  const createdAt = wiring.now();
  const cookies: string[] = [];
  for (let person = 0; person < people; person += 1) {
    const id = `person-${person}`;
    await wiring.db.write(async (tx) => {
      await insertUser(tx, { id, email: `${id}@example.test`, name: id, passwordHash: "none", createdAt });
      await ensureEnrollment(tx, { id, userId: id, courseId: "attacked", courseHash: "", createdAt });
    });
    cookies.push((await wiring.sessions.begin(id)).split(";")[0] ?? "");
  }
  const server = await startServer(settings, { wiring, buildFolder: process.env.BUILD_FOLDER });
  let longestRun: Measured["longestRun"] = { language: null, durationMs: 0 };
  const { onRun } = wiring.runs;
  wiring.runs.onRun = (run) => {
    if (run.durationMs > longestRun.durationMs) longestRun = { language: run.language, durationMs: run.durationMs };
    onRun(run);
  };
  const loop = monitorEventLoopDelay({ resolution: 10 });
  loop.enable();
  process.on("message", () => {
    globalThis.gc?.();
    process.send?.({ status: wiring.sandbox.status(), rssMb: process.memoryUsage.rss() / 1_048_576, blockedMs: loop.max / 1e6, longestRun } satisfies Measured);
    loop.reset();
  });
  process.once("SIGTERM", () => void server.stop().then(() => process.exit(0)));
  process.send?.({ url: server.url, cookies, labs } satisfies AttackedServer);
}

/** Each lab's solution is the right program, its starter an empty one. */
function writeCourse(root: string): AttackedServer["labs"] {
  const labs: Partial<AttackedServer["labs"]> = {};
  const put = (path: string, text: string) => {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  };
  put("courses/attacked/course.md", "---\ntitle: Attacked\n---\n\nA course.\n");
  put("courses/attacked/01-labs/module.md", "---\ntitle: Labs\n---\n\nLabs.\n");
  for (const [index, { language, right, wrong }] of buildSelfTest(1).entries()) {
    const folder = `courses/attacked/01-labs/0${index + 1}-${language}`;
    const [file = "", text = ""] = Object.entries(right.files)[0] ?? [];
    put(`${folder}/lab.md`, `---\nkind: lab\ntitle: ${language}\nlanguage: ${language}\nopen: ${file}\nminutes: 5\nlimits: ${JSON.stringify(LIMITS)}\n---\n\nHalve it.\n`);
    put(`${folder}/starter/${file}`, Object.values(wrong.files)[0] ?? "");
    put(`${folder}/solution/${file}`, text);
    for (const test of right.tests) put(`${folder}/tests/${test.path}`, test.text);
    labs[language] = { address: `/courses/attacked/labs/${language}`, file, right: text };
  }
  return labs as AttackedServer["labs"];
}
