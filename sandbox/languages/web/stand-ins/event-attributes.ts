/** `onclick="…"`: the text is compiled in the learner's realm, never in the judge's. */
import { pageHooks } from "../page/hooks.ts";
import type { Listener } from "../page/hooks.ts";
import * as PropertySymbol from "happy-dom/lib/PropertySymbol.js";

interface Owner {
  [PropertySymbol.propertyEventListeners]: Map<string, Listener>;
  getAttribute(name: string): string | null;
}

export default class ElementEventAttributeUtility {
  static getEventListener(element: Owner, property: string): Listener | null {
    const known = element[PropertySymbol.propertyEventListeners].get(property);
    if (known !== undefined) return known;
    const code = element.getAttribute(property);
    if (code === null || code === "") return null;
    const listener = pageHooks.compileHandler(element, property, code);
    if (listener !== null) element[PropertySymbol.propertyEventListeners].set(property, listener);
    return listener;
  }
}
