/** The learner's realm of a page: their realm of JavaScript, in which the global object is the page's window. */
import { bootLearner } from "../../judge/learner-realm.ts";
import type { JudgeSide, LearnerSide } from "../../judge/learner-realm.ts";
import { describeWith } from "../../judge/print.ts";
import { membrane } from "../../judge/realm.ts";

/** What the judge's realm does in this one. All functions that it gives are faces. */
export interface PageSide extends LearnerSide {
  /** `shown` and `settable`: names of the window, joined by spaces. Programs may replace what is only shown, for themselves. */
  furnish(shown: string, settable: string, read: (name: string) => unknown, write: (name: string, value: unknown) => void): void;
  /** The function of an attribute such as `onclick`, to be called with the element as `this`. Throws a SyntaxError of this realm. */
  compileHandler(code: string): object;
}

export function bootPage(judge: JudgeSide): PageSide {
  const { defineProperty } = Reflect;
  const MakeFunction = Function;
  const side = bootLearner(judge);
  // `console.log(element)` shows it as HTML, as a browser does.
  describeWith((value) => {
    if (!membrane.isFace(value)) return undefined;
    const { nodeType, outerHTML } = value as { nodeType?: unknown; outerHTML?: unknown };
    return nodeType === 1 && typeof outerHTML === "string" ? outerHTML : undefined;
  });
  const define = (name: string, descriptor: PropertyDescriptor): void =>
    void defineProperty(globalThis, name, { __proto__: null, configurable: true, enumerable: true, ...descriptor } as PropertyDescriptor);

  return Object.freeze({
    ...side,
    __proto__: null,
    furnish(shown: string, settable: string, read: (name: string) => unknown, write: (name: string, value: unknown) => void): void {
      // Faces can only be called by their own rules; these two are called as any other function of the page.
      const readFace = membrane.port.face(read) as typeof read;
      const writeFace = membrane.port.face(write) as typeof write;
      for (const name of shown.split(" ")) {
        if (name in globalThis) continue;
        define(name, { get: () => readFace(name), set: (value: unknown) => define(name, { value, writable: true }) });
      }
      for (const name of settable.split(" ")) {
        if (name in globalThis) continue;
        define(name, { get: () => readFace(name), set: (value: unknown) => writeFace(name, value) });
      }
      for (const name of ["window", "self", "top", "parent", "frames"]) define(name, { value: globalThis, writable: true });
      delete (globalThis as { global?: unknown }).global;
    },
    compileHandler: (code: string): object => MakeFunction("event", `with (document) { with (this.form ?? {}) { with (this) { ${code}\n} } }`),
  }) as PageSide;
}
