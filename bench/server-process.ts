/**
 * A server of its own for the bench: the product with a new database and one small course. Started with a folder for the
 * database; prints one line of JSON when it listens, and ends with its standard input.
 */
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { hashPassword } from "../app/features/accounts/password.server.ts";
import { parseSettings } from "../app/settings.server.ts";
import { createWiring } from "../app/wiring.server.ts";
import { ensureEnrollment } from "../db/queries/enrollments.ts";
import { insertUser } from "../db/queries/users.ts";
import { startServer } from "../server.ts";

/** What the bench is told. */
export interface Started {
  url: string;
  email: string;
  password: string;
  /** Of people who are signed in already. */
  cookies: string[];
}

const [folder = "", people = "1", workers = ""] = process.argv.slice(2);
const email = "bench@rung.example";
const password = "one small course";

const settings = parseSettings({
  NODE_ENV: "production", PORT: "0", HOST: "127.0.0.1", DATABASE_FILE: join(folder, "bench.db"), LOG_LEVEL: "silent", SANDBOX_WORKERS: workers,
  CONTENT_DIR: fileURLToPath(new URL("./content", import.meta.url)),
});
const wiring = await createWiring(settings);
const server = await startServer(settings, { wiring });
await wiring.sandbox.ready(["typescript"]);

const cookies: string[] = [];
const passwordHash = await hashPassword(password);
const courseHash = wiring.catalogSource.current().courses[0]?.contentHash ?? "";
for (let i = 0; i < Number(people); i += 1) {
  const userId = wiring.newId();
  await wiring.db.write(async (tx) => {
    await insertUser(tx, { id: userId, email: i === 0 ? email : `bench-${i}@rung.example`, name: `Bench ${i}`, passwordHash, createdAt: wiring.now() });
    await ensureEnrollment(tx, { id: wiring.newId(), userId, courseId: "bench", courseHash, createdAt: wiring.now() });
  });
  if (i > 0) cookies.push((await wiring.sessions.begin(userId)).split(";")[0] ?? "");
}
console.log(JSON.stringify({ url: server.url, email, password, cookies } satisfies Started));

process.stdin.resume();
process.stdin.once("end", () => void server.stop().then(() => process.exit(0)));
