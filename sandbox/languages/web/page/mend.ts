/** happy-dom takes text as it is given; the DOM makes text of whatever it is given (`element.textContent = 0`). */
import CharacterData from "happy-dom/lib/nodes/character-data/CharacterData.js";
import DocumentFragment from "happy-dom/lib/nodes/document-fragment/DocumentFragment.js";
import Document from "happy-dom/lib/nodes/document/Document.js";
import Element from "happy-dom/lib/nodes/element/Element.js";
import HTMLElement from "happy-dom/lib/nodes/html-element/HTMLElement.js";
import HTMLIFrameElement from "happy-dom/lib/nodes/html-iframe-element/HTMLIFrameElement.js";
import HTMLInputElement from "happy-dom/lib/nodes/html-input-element/HTMLInputElement.js";
import HTMLOptionElement from "happy-dom/lib/nodes/html-option-element/HTMLOptionElement.js";
import HTMLTextAreaElement from "happy-dom/lib/nodes/html-text-area-element/HTMLTextAreaElement.js";

const TEXTS: readonly (readonly [object, readonly string[]])[] = [
  [Element.prototype, ["textContent", "innerHTML", "outerHTML", "id", "className"]],
  [DocumentFragment.prototype, ["textContent"]],
  [CharacterData.prototype, ["textContent", "nodeValue", "data"]],
  [HTMLElement.prototype, ["innerText", "outerText", "title"]],
  [HTMLInputElement.prototype, ["value"]],
  [HTMLTextAreaElement.prototype, ["value"]],
  [HTMLOptionElement.prototype, ["value", "text"]],
  [Document.prototype, ["title"]],
];

const toText = (value: unknown): string => (value === null ? "" : String(value as string));

export function mendTexts(): void {
  for (const [prototype, names] of TEXTS) {
    for (const name of names) {
      const found = Reflect.getOwnPropertyDescriptor(prototype, name);
      if (found?.set === undefined) continue;
      const { set } = found;
      Reflect.defineProperty(prototype, name, {
        ...found,
        set(value: unknown) {
          Reflect.apply(set, this, [toText(value)]);
        },
      });
    }
  }
}

/** A frame would be a window of its own, with nothing in it that a lab needs. */
export function closeFrames(): void {
  for (const name of ["contentWindow", "contentDocument"]) Reflect.defineProperty(HTMLIFrameElement.prototype, name, { get: () => null, configurable: true });
}
