/** What the judge knows of the DOM's objects besides what they do: which are its own, when two nodes are alike, how they are shown. */
import * as PropertySymbol from "happy-dom/lib/PropertySymbol.js";
import type { Membrane } from "../../../judge/membrane/membrane.ts";
import { guardPrototype, isDom } from "./guard.ts";
import type { Page } from "./page-window.ts";

const MOST_SHOWN = 20;

/** Kinds of objects whose classes are no property of a window. */
export function guardKinds({ document, localStorage, navigator, history, screen, location, matchMedia, getSelection, customElements, FormData }: Page): void {
  const form = document.createElement("form"), select = document.createElement("select"), table = document.createElement("table");
  const input = document.createElement("input"), row = table.insertRow();
  const style = document.createElement("style");
  style.textContent = "p { color: red }";
  document.head?.appendChild(style);
  const sheet = (style as unknown as { sheet: { cssRules: ({ style: object } & object)[] } | null }).sheet;
  const samples: unknown[] = [
    form.classList, form.dataset, form.style, form.attributes, form.children, form.childNodes, form.elements, select.options, select.selectedOptions,
    input.validity, input.labels, input.files, table.rows, row.cells, form.getBoundingClientRect(), form.getClientRects(), document.styleSheets,
    document.implementation, document.forms, document.links, sheet, sheet?.cssRules, sheet?.cssRules[0], sheet?.cssRules[0]?.style,
    document.createRange(), document.createTreeWalker(form), localStorage, navigator, history, screen, location, matchMedia("print"), getSelection(), customElements,
    new FormData(), document.createElement("template").content,
  ];
  style.remove();
  for (const sample of samples) if (typeof sample === "object" && sample !== null) guardPrototype(Object.getPrototypeOf(sample));
}

function isNode(value: unknown, membrane: Membrane): value is Node {
  return typeof value === "object" && value !== null && !membrane.isFace(value) && typeof (value as Record<symbol, unknown>)[PropertySymbol.nodeType] === "number";
}

/** Two nodes are equal when the DOM says so; undefined when neither is one. */
export function sameNodes(a: unknown, b: unknown, membrane: Membrane): boolean | undefined {
  const left = isNode(a, membrane), right = isNode(b, membrane);
  if (!left && !right) return undefined;
  return left && right && (a === b || a.isEqualNode(b));
}

/** Nodes as HTML, lists as lists, other objects of the DOM by their class. */
export function describeForPeople(value: object, membrane: Membrane): string | undefined {
  if (isNode(value, membrane)) {
    if (value.nodeType === 1) return (value as Element).outerHTML;
    return value.nodeType === 3 ? JSON.stringify(value.nodeValue) : `[${value.nodeName}]`;
  }
  if (membrane.isFace(value) || !isDom(value)) return undefined;
  const name = value.constructor.name.replace(/^_+/, "");
  const { length } = value as { length?: unknown };
  if (typeof length !== "number" || typeof (value as { item?: unknown }).item !== "function") return `[${name}]`;
  const items = Array.from(value as ArrayLike<object>, (item) => (typeof item === "object" ? (describeForPeople(item, membrane) ?? "…") : JSON.stringify(item)));
  return `${name} [${items.slice(0, MOST_SHOWN).join(", ")}${items.length > MOST_SHOWN ? ", …" : ""}]`;
}
