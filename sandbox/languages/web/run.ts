/** One run of a page in a prepared isolate: the page is loaded, the tests of a file are registered, and so on; then the tests run. */
import { Stop } from "../../engine.ts";
import type { RunCommand } from "../../frames.ts";
import { Run } from "../javascript/run.ts";
import { isRefusedFile } from "./files.ts";
import type { PreparedPages } from "./isolate.ts";

/** Returns when the judge has reported its last test. Throws `Stop`. */
export function runPages(prepared: PreparedPages, command: RunCommand): void {
  const run = new PageRun(prepared, command);
  run.load();
  run.runTests();
}

const PAGE = "index.html";

class PageRun extends Run {
  private readonly pages: PreparedPages;
  /** A limit was met while the isolate was called from itself: what it goes on to do then does not count. */
  private ended: Stop | null = null;

  constructor(prepared: PreparedPages, command: RunCommand) {
    super(prepared, command);
    this.pages = prepared;
    prepared.worker.openRealm = () => this.openRealm();
    prepared.worker.evaluate = (kind, path, code, line) => this.evaluateScript(kind, path, code, line);
  }

  override load(): void {
    if (!Object.hasOwn(this.command.files, PAGE)) throw new Stop("errored", `There is no ${PAGE}. Was it renamed or deleted?`);
    const refused = Object.keys(this.command.files).find(isRefusedFile);
    if (refused !== undefined) throw new Stop("errored", `${refused} is not a text file: a page here is made of HTML, CSS, scripts, SVG and other text.`);
    const files = Object.fromEntries(Object.entries(this.command.files).filter(([path]) => !this.testFiles.has(path)));
    this.pages.pages("files", JSON.stringify(files));
    super.load();
  }

  /** The page that this file's tests are about. */
  protected override beforeTestFile(): void {
    // Modules that tests import belong to the page that was open when the tests were read.
    for (const path of this.bridged) this.judgeModules.delete(path);
    try {
      this.pages.pages("load", "", this.leftMs());
    } catch (error) {
      throw this.ended ?? this.explain(error, PAGE);
    }
    this.waitUntil(() => this.ended !== null || this.pages.pages("isLoaded") === 1, "stalled", () => {
      throw new Stop("errored", `${PAGE} never finished loading.`);
    });
    if (this.ended !== null) throw this.ended;
    const problem = String(this.pages.pages("problem") ?? "");
    if (problem !== "") throw this.remember(new Stop("errored", problem));
    this.pages.pages("keep");
  }

  private openRealm(): void {
    this.pages.openRealm();
    this.learnerModules.clear();
    this.bridged.clear();
  }

  /** Answers with what went wrong, in words; with nothing when it went well. */
  private evaluateScript(kind: string, path: string, code: string, line: number): string {
    if (this.ended !== null) return this.ended.message;
    try {
      if (kind === "module") this.evaluateModule(path, code, line);
      else this.evaluateClassic(path, code, line);
      return "";
    } catch (error) {
      const stop = error instanceof Stop ? error : this.problem ?? this.explain(error, path);
      // Another script's problem is not this one's.
      this.problem = null;
      if (stop.reason !== "errored") this.ended = stop;
      return stop.message;
    }
  }

  private evaluateClassic(path: string, code: string, line: number): void {
    const { isolate, learnerContext } = this.pages;
    const inline = code !== "";
    const script = isolate.compileScriptSync(inline ? code : (this.command.files[path] ?? ""), { filename: path, lineOffset: line - 1 });
    script.runSync(learnerContext, { timeout: this.leftMs() });
  }

  private evaluateModule(path: string, code: string, line: number): void {
    const { isolate, learnerContext } = this.pages;
    let module;
    if (code === "") module = this.learnerModule(path);
    else {
      module = isolate.compileModuleSync(code, { filename: path, lineOffset: line - 1 });
      this.paths.set(module, path);
    }
    module.instantiateSync(learnerContext, (specifier, referrer) => this.resolveForLearner(specifier, this.paths.get(referrer) ?? ""));
    module.evaluateSync({ timeout: this.leftMs() });
  }
}
