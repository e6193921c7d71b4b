/** Reads the page from top to bottom: its elements, styles and scripts, and the events that tell of it. */
import { findLines, hideFollowing, listScripts, showAgain } from "./scripts.ts";
import type { PageScript } from "./scripts.ts";
import type { OpenPage, PageWorker } from "./pages.ts";
import * as PropertySymbol from "happy-dom/lib/PropertySymbol.js";

export interface LoadingWith {
  evaluate: PageWorker["evaluate"];
  /** The learner's file at an address; null when it lies elsewhere. */
  pathOf(address: string): string | null;
  isThere(path: string): boolean;
  failed(error: unknown): void;
}

export async function loadScripts(page: OpenPage, html: string, using: LoadingWith): Promise<void> {
  const { window } = page;
  const { document } = window;
  const inner = document as unknown as Record<symbol, unknown>;
  const become = (state: string): void => {
    inner[PropertySymbol.readyState] = state;
    document.dispatchEvent(new window.Event("readystatechange"));
  };
  inner[PropertySymbol.readyState] = "loading";
  document.write(html);
  // Style sheets of the page's files arrive one by one.
  await settle();

  const scripts = listScripts(window);
  const lines = findLines(html, scripts.map(({ code }) => code));
  const run = (script: PageScript): void => {
    inner[PropertySymbol.currentScript] = script.kind === "classic" ? script.element : null;
    const problem = runScript(script, lines[scripts.indexOf(script)] ?? 1, using);
    inner[PropertySymbol.currentScript] = null;
    if (problem === "") return;
    if (page.problem === "") page.problem = problem;
    using.failed(new window.Error(problem));
  };

  const blocking = scripts.filter((script) => script.blocking);
  const hidden = new Map<PageScript, ReturnType<typeof hideFollowing>>();
  for (const script of [...blocking].reverse()) hidden.set(script, hideFollowing(script.element));
  for (const script of blocking) {
    run(script);
    await settle();
    showAgain(hidden.get(script) ?? []);
  }
  become("interactive");
  for (const script of scripts) {
    if (script.blocking) continue;
    run(script);
    await settle();
  }
  document.dispatchEvent(new window.Event("DOMContentLoaded", { bubbles: true }));
  become("complete");
  window.dispatchEvent(new window.Event("load"));
}

/** Lets promises that are ready go on. */
async function settle(): Promise<void> {
  for (let turn = 0; turn < 10; turn += 1) await undefined;
}

function runScript(script: PageScript, line: number, using: LoadingWith): string {
  if (script.src === null) return script.code.trim() === "" ? "" : using.evaluate(script.kind, "index.html", script.code, line);
  const path = using.pathOf(script.src);
  if (path === null || !using.isThere(path)) return `index.html asks for the script "${script.src}", which is not one of its files.`;
  return using.evaluate(script.kind, path, "", 1);
}
