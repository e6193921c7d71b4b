/**
 * `npm run bench:web`: how pages behave as an installation grows from 1,000 to 100,000 learners, and what they cost beside a
 * bare `node:http` answer. `-- --quick` stops at 10,000; `--only lesson,progress` asks for some pages only; `--keep FOLDER`
 * leaves the databases there and finds them again; `--json` for programs.
 */
import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { ensureBuild } from "../bin/ensure-build.mjs";
import { describeMachine, explainNoise, readLoad } from "./machine.ts";
import { formatNumber, judgeGoal, quantile, spreadOf, type Goal } from "./statistics.ts";
import { serve, type Served } from "./web/served.ts";
import { courseId, firstCourseOf, lessonId, writeContent } from "./web/world.ts";

const { values } = parseArgs({ options: { quick: { type: "boolean" }, json: { type: "boolean" }, only: { type: "string" }, keep: { type: "string" } } });
const SIZES = values.quick ? [1_000, 10_000] : [1_000, 10_000, 100_000];
const VISITORS = 200;
const ROUNDS = values.quick ? 3 : 5;
const REQUESTS = 60;
/** Of each kind before anything is counted: a server that has run for a minute has compiled what it uses. */
const WARM_UP = 200;
const GROWTH: Goal = { must: 1.5, aim: 1.15, better: "less" };
const say = (text: string): void => void (values.json ? null : console.log(text));

/** `packed` is the lesson as browsers ask for it; all others come as they are, and so does the bare answer. */
const ALL_KINDS = ["lesson", "packed", "dashboard", "progress", "history", "roster"] as const;
type Kind = (typeof ALL_KINDS)[number];
const only = values.only?.split(",");
const KINDS = ALL_KINDS.filter((kind) => !only || only.includes(kind));

/** One request of a kind by the next visitor. */
function ask(served: Served, kind: Kind, n: number): Promise<{ ms: number; bytes: number }> {
  const visitor = served.visitors[n % served.visitors.length];
  if (!visitor) throw new Error("there are no visitors");
  const headers = { Cookie: visitor.cookie, "Accept-Encoding": "identity" };
  const course = `/courses/${courseId(firstCourseOf(visitor.learner))}`;
  switch (kind) {
    case "lesson":
      return served.ask(200, `${course}/${lessonId(15 + (n % 40))}`, headers);
    case "packed":
      return served.ask(200, `${course}/${lessonId(15 + (n % 40))}`, { ...headers, "Accept-Encoding": "gzip, deflate, br" });
    case "dashboard":
      return served.ask(200, "/today", headers);
    case "progress":
      // The same lesson is marked and taken back in turn, so that each request writes.
      return served.ask(302, `${course}/${lessonId(20)}/complete`, headers, new URLSearchParams({ intent: Math.floor(n / served.visitors.length) % 2 === 0 ? "complete" : "reopen" }));
    case "history":
      return served.ask(200, `/submissions/s${n % 10}-${visitor.learner}`, headers);
    case "roster":
      return served.ask(200, `/teach/${courseId(n % 20)}/learners`, { Cookie: served.instructor, "Accept-Encoding": "identity" });
  }
}

interface Round {
  ms: number[];
  cpuMs: number;
}

async function measure(served: Served, one: (n: number) => Promise<{ ms: number }>, count: number, from: number): Promise<Round> {
  const before = served.cpuMs();
  const ms: number[] = [];
  for (let n = 0; n < count; n += 1) ms.push((await one(from + n)).ms);
  return { ms, cpuMs: (served.cpuMs() - before) / count };
}

const machine = describeMachine();
const loadBefore = readLoad();
const noise = explainNoise(loadBefore, machine.cores);
say(`Node ${machine.node}, ${machine.cores} cores of ${machine.processor}, ${machine.memoryGb} GB; load ${loadBefore.toFixed(2)} before${noise ? `\n! ${noise}` : ""}`);
if (!ensureBuild(fileURLToPath(new URL("../", import.meta.url)), process.execPath)) throw new Error("The pages could not be built: see above.");
const folder = values.keep === undefined ? mkdtempSync(join(tmpdir(), "rung-bench-web-")) : resolve(values.keep);
const open: Served[] = [];
try {
  const products: Served[] = [];
  for (const learners of SIZES) {
    const startedAt = performance.now();
    const own = join(folder, `size-${learners}`);
    mkdirSync(own, { recursive: true });
    writeContent(join(own, "content"));
    const served = await serve(["product", own, String(learners), String(VISITORS)]);
    products.push(served);
    open.push(served);
    say(`${learners.toLocaleString("en")} learners: ${(learners * 30).toLocaleString("en")} finished activities, ${(learners * 10).toLocaleString("en")} submissions, made in ${((performance.now() - startedAt) / 1_000).toFixed(0)} s`);
  }
  // As long as a lesson page.
  const { bytes: bareBytes } = await ask(products[0] as Served, "lesson", 0);
  const bare = await serve(["bare", String(bareBytes)]);
  open.push(bare);
  const p50 = new Map<string, number[]>();
  const cpu = new Map<string, number[]>();
  const note = (into: Map<string, number[]>, key: string, value: number): void => void into.set(key, [...(into.get(key) ?? []), value]);
  let from = 0;
  // Warming up is not counted; everything takes turns in each round.
  for (let round = 0; round <= ROUNDS; round += 1) {
    const requests = round === 0 ? WARM_UP : REQUESTS;
    const bareRound = await measure(bare, () => bare.ask(200, "/", {}), requests * 20, 0);
    if (round > 0) note(cpu, "bare", bareRound.cpuMs);
    for (const kind of KINDS) {
      for (const [index, served] of products.entries()) {
        const { ms, cpuMs } = await measure(served, (n) => ask(served, kind, n), requests, from);
        if (round === 0) continue;
        note(p50, `${kind} ${SIZES[index]}`, quantile(ms, 0.5));
        note(cpu, `${kind} ${SIZES[index]}`, cpuMs);
      }
    }
    from += requests;
  }
  const of = (map: Map<string, number[]>, key: string): number => spreadOf(map.get(key) ?? []).median;
  const smallest = SIZES[0] as number;
  const largest = SIZES.at(-1) as number;
  const rows = KINDS.map((kind) => ({
    kind, p50Ms: SIZES.map((size) => of(p50, `${kind} ${size}`)), cpuMs: of(cpu, `${kind} ${largest}`),
    growth: of(p50, `${kind} ${largest}`) / of(p50, `${kind} ${smallest}`), cpuAgainstBare: of(cpu, `${kind} ${largest}`) / of(cpu, "bare"),
  }));
  const goals: Partial<Record<Kind, Goal>> = { lesson: { must: 30, aim: 15, better: "less" }, progress: { must: 10, aim: 4, better: "less" } };
  say(`\nbare node:http, ${bareBytes.toLocaleString("en")} bytes: ${formatNumber(of(cpu, "bare"))} ms of CPU\n`);
  say(`| request | p50 at ${SIZES.map((size) => size.toLocaleString("en")).join(", ")} learners | growth (must 1.5, aim 1.15) | CPU at ${largest.toLocaleString("en")} | against bare (must, aim) |\n|---|---|---|---|---|`);
  for (const { kind, p50Ms, growth, cpuMs, cpuAgainstBare } of rows) {
    const goal = goals[kind];
    say(`| ${kind} | ${p50Ms.map(formatNumber).join(", ")} ms | **${formatNumber(growth)}** x: ${judgeGoal(growth, GROWTH)} | ${formatNumber(cpuMs)} ms | **${formatNumber(cpuAgainstBare)}** x${goal ? ` (${goal.must}, ${goal.aim}): ${judgeGoal(cpuAgainstBare, goal)}` : ""} |`);
  }
  say(`\nload ${readLoad().toFixed(2)} after (its own work is in it)`);
  if (values.json) console.log(JSON.stringify({ machine, loadBefore, noise, sizes: SIZES, bareCpuMs: of(cpu, "bare"), rows }));
} finally {
  for (const served of open) await served.close();
  if (values.keep === undefined) rmSync(folder, { recursive: true, force: true });
}
