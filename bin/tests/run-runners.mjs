import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { run } from "./run-command.mjs";

/** Runs vitest, all of it or the given paths, and counts from its own report. */
export async function runVitest(context, paths) {
  const report = join(context.scratch, "vitest.json");
  const vitest = join(context.root, "node_modules", "vitest", "vitest.mjs");
  const { code } = await run(context, context.node, [vitest, "run", ...paths, "--reporter=default", "--reporter=json", `--outputFile.json=${report}`], { showAs: "vitest" });
  return settle("vitest", code, countVitest(readReport(report)));
}

/**
 * Runs Playwright, all of it or the given paths, and counts from its own report. `workers`: how many browsers at a
 * time, when the configuration is not to say.
 */
export async function runPlaywright(context, paths, { workers } = {}) {
  const report = join(context.scratch, "playwright.json");
  const playwright = join(context.root, "node_modules", "@playwright", "test", "cli.js");
  const env = { ...context.env, PLAYWRIGHT_JSON_OUTPUT_FILE: report };
  const { code } = await run({ ...context, env }, context.node, [playwright, "test", ...paths, "--reporter=list,json", ...(workers ? [`--workers=${workers}`] : [])], { showAs: "e2e" });
  return settle("playwright", code, countPlaywright(readReport(report)));
}

/** A skipped test is one that did not pass. A file that could not be loaded has no tests and failed. */
export function countVitest(report) {
  if (!report) return { passed: 0, failed: 0 };
  const brokenFiles = report.testResults.filter((file) => file.status === "failed" && file.assertionResults.length === 0).length;
  return { passed: report.numPassedTests, failed: report.numFailedTests + report.numPendingTests + report.numTodoTests + brokenFiles };
}

/** A flaky test failed once: that is a failure. */
export function countPlaywright(report) {
  if (!report) return { passed: 0, failed: 0 };
  const { expected, unexpected, flaky, skipped } = report.stats;
  return { passed: expected, failed: unexpected + flaky + skipped + report.errors.length };
}

/** A runner that broke, or that ran nothing, is a failure even when its report names none. */
export function settle(runner, code, { passed, failed }) {
  const isBroken = failed === 0 && (code !== 0 || passed === 0);
  if (isBroken) console.log(`${runner} ended with ${code} after ${passed} passed tests and no failed one.`);
  return { passed, failed: failed + (isBroken ? 1 : 0) };
}

function readReport(file) {
  return existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : null;
}
