/** Which scripts a page has, and when each runs: as a browser that reads the page from the top would do it. */
import type { Page } from "./page-window.ts";

export interface PageScript {
  element: HTMLElement;
  kind: "classic" | "module";
  /** The learner's file; null when the script stands in the page. */
  src: string | null;
  code: string;
  /** It runs where it stands, and what comes after it is not there yet. */
  blocking: boolean;
}

const CLASSIC = /^(?:|text\/javascript|application\/(?:x-)?(?:java|ecma)script|text\/ecmascript)$/i;

/** What a script element asks for; null when it is data or a template. */
export function readScript(element: Element): PageScript | null {
  const type = (element.getAttribute("type") ?? "").trim();
  const kind = type.toLowerCase() === "module" ? "module" : CLASSIC.test(type) ? "classic" : null;
  if (kind === null || (kind === "classic" && element.hasAttribute("nomodule"))) return null;
  const src = element.getAttribute("src");
  const blocking = kind === "classic" && !(src !== null && (element.hasAttribute("defer") || element.hasAttribute("async")));
  return { element: element as HTMLElement, kind, src, code: src === null ? (element.textContent ?? "") : "", blocking };
}

export function listScripts(page: Page): PageScript[] {
  const found: PageScript[] = [];
  for (const element of page.document.querySelectorAll("script")) {
    const script = readScript(element as unknown as Element);
    if (script !== null) found.push(script);
  }
  return found;
}

type Hidden = { parent: Node; nodes: Node[] }[];

/** Takes what comes after the element out of the page, from the inside to the outside. */
export function hideFollowing(element: Node): Hidden {
  const hidden: Hidden = [];
  for (let at: Node | null = element; at?.parentNode; at = at.parentNode) {
    const nodes: Node[] = [];
    for (let next = at.nextSibling; next !== null; next = at.nextSibling) {
      nodes.push(next);
      at.parentNode.removeChild(next);
    }
    if (nodes.length > 0) hidden.push({ parent: at.parentNode, nodes });
  }
  return hidden;
}
export function showAgain(hidden: Hidden): void {
  for (const { parent, nodes } of hidden) for (const node of nodes) parent.appendChild(node);
}

/** The line, from 1, on which the text of a script in the page begins; the search goes on behind the last one. */
export function findLines(html: string, codes: readonly string[]): number[] {
  let from = 0;
  return codes.map((code) => {
    const at = code === "" ? -1 : html.indexOf(code, from);
    if (at === -1) return 1;
    from = at + code.length;
    let line = 1;
    for (let i = 0; i < at; i += 1) if (html.charCodeAt(i) === 10) line += 1;
    return line;
  });
}
