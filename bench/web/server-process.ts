/**
 * The product over a large database, made unless it is there, or a bare `node:http` answer of the same size: `server-process.ts product FOLDER
 * LEARNERS VISITORS` or `server-process.ts bare BYTES`. Prints one line of JSON when it listens, and ends with its
 * standard input.
 */
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { parseSettings } from "../../app/settings.server.ts";
import { createWiring } from "../../app/wiring.server.ts";
import { ensureCourseRole } from "../../db/queries/course-roles.ts";
import { findUser } from "../../db/queries/users.ts";
import { startServer } from "../../server.ts";
import { courseId, COURSES, fillDatabase, learnerId } from "./world.ts";

export interface Visitor {
  learner: number;
  cookie: string;
}
export interface Listening {
  url: string;
  visitors: Visitor[];
  /** Teaches every course. */
  instructor: string;
}

const say = (listening: Listening): void => console.log(JSON.stringify(listening));

if (process.argv[2] === "bare") {
  const body = Buffer.alloc(Number(process.argv[3]), "a");
  const server = createServer((_request, response) => response.writeHead(200, { "Content-Type": "text/html; charset=utf-8", "Content-Length": body.length }).end(body));
  server.listen(0, "127.0.0.1", () => say({ url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, visitors: [], instructor: "" }));
  process.stdin.once("end", () => process.exit(0));
} else {
  const [folder = "", learners = "1000", visitorCount = "200"] = process.argv.slice(3);
  const settings = parseSettings({
    NODE_ENV: "production", PORT: "0", HOST: "127.0.0.1", DATABASE_FILE: join(folder, "bench.db"), LOG_LEVEL: "silent", SANDBOX_LANGUAGES: "none", SANDBOX_WORKERS: "1",
    CONTENT_DIR: join(folder, "content"),
  });
  let wiring = await createWiring(settings);
  // A database that was kept is full already.
  if (!(await findUser(wiring.db, { userId: learnerId(Number(learners) - 1) }))) {
    const { courses } = wiring.catalogSource.current();
    const hashes = Array.from({ length: COURSES }, (_, n) => courses.find(({ id }) => id === courseId(n))?.contentHash ?? "");
    await wiring.close();
    fillDatabase(settings.DATABASE_FILE, Number(learners), hashes);
    wiring = await createWiring(settings);
  }
  const cookieOf = async (userId: string) => (await wiring.sessions.begin(userId)).split(";")[0] ?? "";
  const visitors: Visitor[] = [];
  // Spread over all of them, and each course as often.
  for (let i = 0; i < Number(visitorCount); i += 1) {
    const learner = Math.floor((i * Number(learners)) / Number(visitorCount));
    visitors.push({ learner, cookie: await cookieOf(learnerId(learner)) });
  }
  const teacher = learnerId(0);
  await wiring.db.write(async (tx) => {
    for (let n = 0; n < COURSES; n += 1) await ensureCourseRole(tx, { userId: teacher, courseId: courseId(n), role: "instructor", createdAt: new Date() });
  });
  const instructor = await cookieOf(teacher);
  const server = await startServer(settings, { wiring });
  say({ url: server.url, visitors, instructor });
  process.stdin.once("end", () => void server.stop().then(() => process.exit(0)));
}
process.stdin.resume();
