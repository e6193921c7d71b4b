/**
 * A process of its own: the real server on a database that outlives it. Says `{ url, cookies }` when it answers. Made
 * to be killed at any moment.
 */
import { fileURLToPath } from "node:url";
import { parseSettings } from "../../../app/settings.server.ts";
import { createWiring } from "../../../app/wiring.server.ts";
import { ensureEnrollment } from "../../../db/queries/enrollments.ts";
import { insertUser } from "../../../db/queries/users.ts";
import { startServer } from "../../../server.ts";

export const PEOPLE = ["ada", "bo", "cy"] as const;
export const LAB = { courseId: "javascript-fundamentals", path: "/courses/javascript-fundamentals/first-programs/door-sign" } as const;

/** What this process says once. */
export interface KillableServer {
  url: string;
  /** A `Cookie` header for each of `PEOPLE`. */
  cookies: string[];
}

if (process.send) await serve();

async function serve() {
  const settings = parseSettings({
    NODE_ENV: "production", HOST: "127.0.0.1", PORT: "0", LOG_LEVEL: "error", SANDBOX_WORKERS: "1", SANDBOX_LANGUAGES: "javascript",
    DATABASE_FILE: process.env.DATABASE_FILE, CONTENT_DIR: fileURLToPath(new URL("../../../content", import.meta.url)),
  });
  const wiring = await createWiring(settings);
  const createdAt = wiring.now();
  const cookies: string[] = [];
  for (const id of PEOPLE) {
    await wiring.db.write(async (tx) => {
      await insertUser(tx, { id, email: `${id}@example.test`, name: id, passwordHash: "none", createdAt });
      await ensureEnrollment(tx, { id, userId: id, courseId: LAB.courseId, courseHash: "", createdAt });
    });
    cookies.push((await wiring.sessions.begin(id)).split(";")[0] ?? "");
  }
  const { url } = await startServer(settings, { wiring, buildFolder: process.env.BUILD_FOLDER });
  process.send?.({ url, cookies } satisfies KillableServer);
}
