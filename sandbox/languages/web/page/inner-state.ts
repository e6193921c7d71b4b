/**
 * The learner's side of the membrane as the DOM meets it. The library keeps its state in properties under symbols of its own, also
 * on learners' custom element classes, which inherit from its classes through the membrane. Those properties stay on this side:
 * the other never sees the symbols, nor what is under them.
 */
import type { Membrane } from "../../../judge/membrane/membrane.ts";
import type { Key, Port } from "../../../judge/membrane/port.ts";
import { isInner } from "./guard.ts";
import type { Page } from "./page-window.ts";
import * as PropertySymbol from "happy-dom/lib/PropertySymbol.js";
import Element from "happy-dom/lib/nodes/element/Element.js";
import Node from "happy-dom/lib/nodes/node/Node.js";

/**
 * What a node says of its place, text, markup and attributes, and how it is searched. Tests hear the DOM's own answer to these also
 * from custom elements; all else (`value`, `open`, `click()` …) such a class may answer as it likes.
 */
const STATE: ReadonlySet<Key> = new Set<Key>([
  ...Object.getOwnPropertyNames(Node.prototype), ...Object.getOwnPropertyNames(Element.prototype), "innerText", "outerText", "dataset", "style",
].filter((name) => name !== "constructor" && !name.endsWith("Callback") && !name.startsWith("on")));
const isState = (key: Key): boolean => STATE.has(key);

export function keepInnerState(theirs: Port, membrane: Membrane, window: () => Page): Port {
  const elementPrototype = (): object => window().HTMLElement.prototype;
  const isElement = (value: unknown): value is object =>
    typeof value === "object" && value !== null && !membrane.isFace(value) && (value as Record<symbol, unknown>)[PropertySymbol.nodeType] === 1;
  /** Their object -> what the library has put on it. */
  const kept = new WeakMap<object, Map<Key, unknown>>();
  /** Their face -> the object of this realm for which it stands. */
  const originals = new WeakMap<object, object>();
  const back = (value: unknown): unknown => {
    if ((typeof value !== "object" || value === null) && typeof value !== "function") return value;
    return originals.get(value) ?? (value === theirs.linked(0) ? window() : membrane.port.face(value));
  };
  const find = (target: object, key: Key): { holder: object; value?: unknown } | null => {
    const own = kept.get(target);
    if (own?.has(key) === true) return { holder: target, value: own.get(key) };
    // Their realm's answer is already this realm's: an object of ours, or a face of one of theirs, which is asked here again.
    const above = theirs.prototype(target);
    return (typeof above === "object" && above !== null) || typeof above === "function" ? { holder: above } : null;
  };
  const keep = (target: object, key: Key, value: unknown): boolean => {
    const own = kept.get(target) ?? new Map<Key, unknown>();
    kept.set(target, own);
    own.set(key, value);
    return true;
  };
  return {
    ...theirs,
    face(target) {
      const made = theirs.face(target);
      originals.set(made, target);
      return made;
    },
    answerKey(key) {
      if (!isInner(key)) theirs.answerKey(key);
    },
    get(target, key, receiver) {
      if (!isInner(key)) {
        // A property of a node that its class inherits: asked of what the DOM itself says, past the class, where that is the node's state.
        const node = receiver !== target && isState(key) ? back(receiver) : null;
        return node !== null && isElement(node) ? Reflect.get(elementPrototype(), key, node) : theirs.get(target, key, receiver);
      }
      const found = find(target, key);
      if (found === null) return undefined;
      return found.holder === target ? found.value : Reflect.get(found.holder, key);
    },
    has(target, key) {
      if (!isInner(key)) return theirs.has(target, key);
      const found = find(target, key);
      return found !== null && (found.holder === target || Reflect.has(found.holder, key));
    },
    set(target, key, value, receiver) {
      if (!isInner(key)) return theirs.set(target, key, value, receiver);
      if (receiver === target) return keep(target, key, back(value));
      // An object of ours whose class is theirs: it has the property itself.
      return Reflect.defineProperty(back(receiver) as object, key, { value: back(value), writable: true, enumerable: true, configurable: true });
    },
    define(target, key, flags, value, get, set) {
      return isInner(key) ? keep(target, key, back(value)) : theirs.define(target, key, flags, value, get, set);
    },
    remove(target, key) {
      if (!isInner(key)) return theirs.remove(target, key);
      kept.get(target)?.delete(key);
      return true;
    },
    describe(target, key) {
      if (!isInner(key)) theirs.describe(target, key);
    },
  };
}
