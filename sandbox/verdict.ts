/**
 * The census: turns a worker's reports into a verdict, and believes none that is out of turn. Pure.
 *
 * A run passes only if the judge declared its tests once, started and ended each exactly once and in order, said that it has
 * finished, every report carried the run's secret and the next number, and the worker marked the end.
 */
import type { Diagnostic, GradeResult, Limits, Outcome, TestGroup, TestReport } from "./contract.ts";
import type { StopReason } from "./frames.ts";

const LONGEST_MESSAGE = 2_048;
const LONGEST_VALUE = 4_096;
const MOST_TESTS = 2_000;
const MOST_DIAGNOSTICS = 50;
const LONGEST_DIAGNOSTIC = 500;

export class ProtocolError extends Error {}

type Phase = "loading" | "declared" | "testing" | "finished" | "over";

/** Follows one run. Every method throws `ProtocolError` when what it is given can't be true. */
export class Census {
  private phase: Phase = "loading";
  private sequence = 0;
  private sawLoaded = false;
  private declared: { name: string; group: TestGroup }[] = [];
  private readonly reports: TestReport[] = [];
  private diagnostics: Diagnostic[] = [];
  private running = -1;
  private unfinished = false;
  private output = "";
  private testOutput = "";
  private characters = 0;
  private readonly secret: string;
  private readonly groups: ReadonlySet<string>;
  private readonly paths: ReadonlySet<string>;
  private readonly limits: Limits;

  constructor(run: { secret: string; groups: ReadonlySet<string>; paths: ReadonlySet<string>; limits: Limits }) {
    this.secret = run.secret;
    this.groups = run.groups;
    this.paths = run.paths;
    this.limits = run.limits;
  }

  /** One report of the judge, as text. */
  report(text: string): void {
    const body = parseObject(text);
    if (body["secret"] !== this.secret) throw new ProtocolError("a report without the run's secret");
    if (body["sequence"] !== this.sequence + 1) throw new ProtocolError("a report out of turn");
    this.sequence += 1;
    switch (body["type"]) {
      case "output": return this.takeOutput(body);
      case "diagnostics": return this.takeDiagnostics(body);
      case "loaded": return this.loaded();
      case "declare": return this.declareTests(body);
      case "start": return this.start(body);
      case "end": return this.end(body);
      case "finish": return this.finish();
      default: throw new ProtocolError("a report of no known kind");
    }
  }

  private loaded(): void {
    if (this.phase !== "loading" || this.sawLoaded) throw new ProtocolError("loaded twice");
    this.sawLoaded = true;
  }

  private declareTests(body: Record<string, unknown>): void {
    const { tests } = body;
    if (this.phase !== "loading" || !this.sawLoaded || !Array.isArray(tests) || tests.length > MOST_TESTS) throw new ProtocolError("a declaration out of turn");
    this.declared = tests.map((test: unknown) => {
      const { name, group } = (typeof test === "object" && test !== null ? test : {}) as Record<string, unknown>;
      if (typeof name !== "string" || typeof group !== "string" || !this.groups.has(group)) throw new ProtocolError("a test without name or group");
      return { name: name.slice(0, 600), group: group as TestGroup };
    });
    this.phase = "declared";
  }

  private start(body: Record<string, unknown>): void {
    if (this.phase !== "declared" || body["index"] !== this.reports.length || this.reports.length >= this.declared.length) {
      throw new ProtocolError("a test started out of turn");
    }
    this.running = this.reports.length;
    this.phase = "testing";
  }

  private end(body: Record<string, unknown>): void {
    if (this.phase !== "testing" || body["index"] !== this.running) throw new ProtocolError("a test ended out of turn");
    const { name, group } = this.declared[this.running] as { name: string; group: TestGroup };
    const status = body["status"];
    if (status !== "passed" && status !== "failed" && status !== "errored" && status !== "skipped") throw new ProtocolError("a test without a status");
    if (typeof body["unfinished"] !== "boolean") throw new ProtocolError("a test without an end");
    if (body["unfinished"]) this.unfinished = true;
    const passed = status === "passed";
    this.reports.push({
      name, group, status,
      message: passed ? null : cutText(body["message"], LONGEST_MESSAGE) ?? (status === "skipped" ? null : "The test did not hold."),
      expected: passed ? null : cutText(body["expected"], LONGEST_VALUE),
      actual: passed ? null : cutText(body["actual"], LONGEST_VALUE),
      output: this.testOutput,
      location: passed ? null : this.location(body["location"]),
      durationMs: duration(body["durationMs"]),
      points: 1,
    });
    this.running = -1;
    this.testOutput = "";
    this.phase = "declared";
  }

  private finish(): void {
    if (this.phase !== "declared" || this.reports.length !== this.declared.length) throw new ProtocolError("finished before every test was");
    this.phase = "finished";
  }

  private takeOutput(body: Record<string, unknown>): void {
    const text = body["output"];
    if (typeof text !== "string" || this.phase === "finished" || this.phase === "over") throw new ProtocolError("output out of turn");
    const room = this.limits.outputKb * 1_024 - this.characters;
    const taken = text.slice(0, Math.max(0, room));
    this.characters += taken.length;
    if (this.phase === "testing") this.testOutput += taken;
    else this.output += taken;
  }

  /** What a compiler says of the learner's files. It changes no verdict by itself. */
  private takeDiagnostics(body: Record<string, unknown>): void {
    const { list } = body;
    if (this.phase !== "loading" || !Array.isArray(list) || list.length > MOST_DIAGNOSTICS) throw new ProtocolError("diagnostics out of turn");
    this.diagnostics = list.map((item: unknown) => {
      const { path, line, column, message } = (typeof item === "object" && item !== null ? item : {}) as Record<string, unknown>;
      if (typeof path !== "string" || !this.paths.has(path) || !isPlace(line) || !isPlace(column) || typeof message !== "string") {
        throw new ProtocolError("a diagnostic of no known form");
      }
      return { path, line, column, message: message.slice(0, LONGEST_DIAGNOSTIC) };
    });
  }

  private location(value: unknown): TestReport["location"] {
    if (typeof value !== "string") return null;
    const { path, line } = parseObject(value);
    // Only the learner's own files: a made-up place is no place.
    if (typeof path !== "string" || !this.paths.has(path) || !isPlace(line)) return null;
    return { path, line };
  }

  /** The worker's end mark: the run's own verdict. */
  conclude(): Pick<GradeResult, "outcome" | "score" | "tests" | "output" | "message" | "diagnostics"> {
    if (this.phase !== "finished") throw new ProtocolError("ended before the judge had finished");
    this.phase = "over";
    const tests = this.reports;
    const counted = tests.filter((test) => test.status !== "skipped");
    const passed = counted.filter((test) => test.status === "passed").length;
    const outcome: Outcome =
      counted.length === 0 ? "errored" : passed === counted.length ? "passed" : this.unfinished ? "timed-out" : tests.some((test) => test.status === "failed") ? "failed" : "errored";
    const message = counted.length > 0 ? null : tests.length === 0 ? "There are no tests in this lab's test files." : "Every test of this lab is skipped.";
    return { outcome, score: counted.length === 0 ? 0 : passed / counted.length, tests, output: this.output, message, diagnostics: this.diagnostics };
  }

  /** The verdict when a limit, the learner's file or a mishap ended the run: never passed. */
  interrupt(reason: StopReason, message: string): Pick<GradeResult, "outcome" | "score" | "tests" | "output" | "message" | "diagnostics"> {
    const stopped = this.running;
    const tests = this.declared.map((test, index): TestReport => this.reports[index] ?? {
      ...test,
      status: index === stopped ? "errored" : "skipped",
      message: index === stopped ? message.slice(0, LONGEST_MESSAGE) : null,
      expected: null, actual: null, output: index === stopped ? this.testOutput : "", location: null, durationMs: 0, points: 1,
    });
    this.phase = "over";
    const passed = tests.filter((test) => test.status === "passed").length;
    const score = tests.length === 0 || passed === tests.length ? 0 : passed / tests.length;
    return { outcome: reason, score, tests, output: this.output, message: message.slice(0, LONGEST_MESSAGE), diagnostics: this.diagnostics };
  }
}

function parseObject(text: string): Record<string, unknown> {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new ProtocolError("a report that is not JSON");
  }
  if (typeof value !== "object" || value === null || Array.isArray(value)) throw new ProtocolError("a report that is no object");
  return value as Record<string, unknown>;
}
function cutText(value: unknown, limit: number): string | null {
  return typeof value === "string" ? (value.length > limit ? `${value.slice(0, limit)}… (cut)` : value) : null;
}
function isPlace(value: unknown): value is number {
  return typeof value === "number" && Number.isSafeInteger(value) && value >= 1;
}
function duration(value: unknown): number {
  return typeof value === "number" && value >= 0 && value < 3_600_000 ? Math.round(value * 100) / 100 : 0;
}

