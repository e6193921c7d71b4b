/**
 * `npm run bench:lighthouse`: what Lighthouse says of a lesson, the day's page and a lab of the sample course, as built for
 * production. `-- --rounds 5` for more than three; `--json` for programs. Other programs on the machine lower `performance`.
 */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { parseSettings } from "../app/settings.server.ts";
import { createWiring } from "../app/wiring.server.ts";
import { ensureBuild } from "../bin/ensure-build.mjs";
import { ensureEnrollment } from "../db/queries/enrollments.ts";
import { insertUser } from "../db/queries/users.ts";
import { startServer } from "../server.ts";
import { auditPage, type Category, type PageAudit } from "./lighthouse/audit-page.ts";
import { openChromium } from "./lighthouse/open-chromium.ts";
import { describeMachine, explainNoise, readLoad } from "./machine.ts";
import { spreadOf } from "./statistics.ts";

const PROJECT = fileURLToPath(new URL("../", import.meta.url));
const COURSE = "javascript-fundamentals";
const CATEGORIES: readonly Category[] = ["performance", "accessibility", "best-practices", "seo"];
/** Of 100; the other categories are 100 everywhere. */
const PERFORMANCE = { lesson: 95, dashboard: 95, lab: 85 };

const { values } = parseArgs({ options: { rounds: { type: "string", default: "3" }, json: { type: "boolean" } } });
const say = (text: string): void => void (values.json ? null : console.log(text));

const machine = describeMachine();
const loadBefore = readLoad();
const noise = explainNoise(loadBefore, machine.cores);
say(`Node ${machine.node}, ${machine.cores} cores of ${machine.processor}; load ${loadBefore.toFixed(2)} before${noise ? `\n! ${noise}` : ""}`);
if (!ensureBuild(PROJECT, process.execPath)) throw new Error("The pages could not be built: see above.");
const folder = mkdtempSync(join(tmpdir(), "rung-lighthouse-"));
const settings = parseSettings({
  NODE_ENV: "production", PORT: "0", HOST: "127.0.0.1", DATABASE_FILE: join(folder, "bench.db"), LOG_LEVEL: "silent", SANDBOX_LANGUAGES: "none", SANDBOX_WORKERS: "1", CONTENT_DIR: join(PROJECT, "content"),
});
const wiring = await createWiring(settings);
const course = wiring.catalogSource.current().courses.find(({ id }) => id === COURSE);
const activities = course?.modules[0]?.activities ?? [];
const pathOf = (kind: "lesson" | "lab"): string => `/courses/${COURSE}/${activities.find((activity) => activity.kind === kind)?.id ?? "none"}`;
const userId = wiring.newId();
await wiring.db.write(async (tx) => {
  await insertUser(tx, { id: userId, email: "reader@rung.example", name: "Mira Lindqvist", passwordHash: "none", createdAt: wiring.now() });
  await ensureEnrollment(tx, { id: wiring.newId(), userId, courseId: COURSE, courseHash: course?.contentHash ?? "", createdAt: wiring.now() });
});
const cookie = (await wiring.sessions.begin(userId)).split(";")[0] ?? "";
const server = await startServer(settings, { wiring });
const chromium = await openChromium();
try {
  const pages = { lesson: pathOf("lesson"), dashboard: "/today", lab: pathOf("lab") };
  const audits: Record<string, PageAudit[]> = {};
  // In turns: what else the machine does falls on all of them.
  for (let round = 0; round < Number(values.rounds); round += 1) {
    for (const [page, path] of Object.entries(pages)) (audits[page] ??= []).push(await auditPage(server.url + path, { port: chromium.port, cookie, categories: CATEGORIES }));
  }
  const median = (numbers: number[]): number => Math.round(spreadOf(numbers).median);
  const rows = Object.entries(audits).map(([page, all]) => ({
    page,
    scores: Object.fromEntries(CATEGORIES.map((category) => [category, median(all.map(({ scores }) => scores[category] ?? 0))])),
    metrics: Object.fromEntries(Object.keys(all[0]?.metrics ?? {}).map((name) => [name, spreadOf(all.map(({ metrics }) => metrics[name] ?? 0)).median])),
    failures: [...new Set(all.flatMap(({ failures }) => failures))],
  }));
  say(`\n| page | ${CATEGORIES.join(" | ")} | must | first paint | largest paint | blocked | shift |\n|---|${"---|".repeat(9)}`);
  for (const { page, scores, metrics } of rows) {
    const ms = (name: string): string => `${Math.round(metrics[name] ?? 0)} ms`;
    say(`| ${page} | ${CATEGORIES.map((category) => scores[category]).join(" | ")} | ${PERFORMANCE[page as keyof typeof PERFORMANCE]}, 100, 100, 100 | ${ms("first-contentful-paint")} | ${ms("largest-contentful-paint")} | ${ms("total-blocking-time")} | ${(metrics["cumulative-layout-shift"] ?? 0).toFixed(3)} |`);
  }
  for (const { page, failures } of rows) for (const failure of failures) say(`- ${page}: ${failure}`);
  say(`\nload ${readLoad().toFixed(2)} after (its own work is in it)`);
  if (values.json) console.log(JSON.stringify({ machine, loadBefore, noise, rows }));
} finally {
  await chromium.close();
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
}
// What Lighthouse leaves behind would hold the process.
process.exit(process.exitCode ?? 0);
