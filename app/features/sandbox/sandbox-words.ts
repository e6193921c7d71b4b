import type { EngineKind, Language, Outcome, Priority, RestartReason } from "../../../sandbox/contract.ts";

export const LANGUAGE_NAMES: Readonly<Record<Language, string>> = { javascript: "JavaScript", typescript: "TypeScript", python: "Python", sql: "SQL", bash: "Bash", web: "Web pages" };

export const ENGINE_NAMES: Readonly<Record<EngineKind, string>> = { javascript: "JavaScript, TypeScript", types: "Type errors", python: "Python", sql: "SQL", bash: "Bash", web: "Web pages" };

export const OUTCOME_NAMES: Readonly<Record<Outcome, string>> = {
  passed: "passed", failed: "failed", errored: "broken program", "timed-out": "out of time", "out-of-memory": "out of memory", "too-much-output": "too much output", crashed: "crashed",
};

export const PRIORITY_NAMES: Readonly<Record<Priority, string>> = { submit: "Submissions", run: "Runs while writing", preview: "Trials by authors", regrade: "Graded again" };

export const RESTART_NAMES: Readonly<Record<RestartReason, string>> = {
  limit: "its run met a limit", crash: "it crashed", protocol: "it sent what no worker sends", start: "it did not get ready", worn: "it had done its share",
};

/** `4 ms`, `1.2 s`, `3 min`. */
export function formatDuration(ms: number): string {
  if (ms < 10) return `${Math.round(ms * 10) / 10} ms`;
  if (ms < 1_000) return `${Math.round(ms)} ms`;
  if (ms < 100_000) return `${(ms / 1_000).toFixed(ms < 9_950 ? 1 : 0)} s`;
  return `${Math.round(ms / 60_000)} min`;
}

/** `3 %`; below one and above nothing `under 1 %`, so that a crash is never rounded away. */
export function formatShare(part: number, whole: number): string {
  if (whole === 0 || part === 0) return "0 %";
  const percent = (100 * part) / whole;
  return percent < 1 ? "under 1 %" : `${Math.min(part === whole ? 100 : 99, Math.round(percent))} %`;
}

/** What an administrator should know first. */
export function describeState(view: { problem: string | null; slots: number; running: number; waiting: number; oldestMs: number; isStarting: boolean }): { tone: "good" | "attention" | "bad"; title: string; text: string } {
  if (view.problem !== null) return { tone: "bad", title: "Nothing is graded", text: view.problem };
  if (view.waiting > 0 && view.oldestMs > 10_000) {
    return { tone: "attention", title: "People wait", text: `The oldest run has waited ${formatDuration(view.oldestMs)}. If this lasts, give the server more cores and raise SANDBOX_WORKERS.` };
  }
  if (view.waiting > 0 || view.running >= view.slots) return { tone: "good", title: "Busy", text: "Every place is taken; runs go on as places get free." };
  if (view.isStarting) return { tone: "good", title: "Starting", text: "The first workers are getting ready." };
  return { tone: "good", title: "Ready", text: view.running > 0 ? "Runs go on, and there is room for more." : "Nothing runs just now; workers stand ready." };
}
