/** The fields of a form on a page as texts by name. In the browser only. */
import type { KeptTexts } from "./use-keeper.ts";

/** A hidden field with this mark is one that somebody fills in by other means than typing. */
export const KEPT_MARK = "data-kept";

type Control = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

/** Fields that somebody fills in. */
function listControls(form: HTMLFormElement): Control[] {
  return [...form.elements].filter((control): control is Control => {
    if (control instanceof HTMLTextAreaElement || control instanceof HTMLSelectElement) return control.name !== "";
    if (!(control instanceof HTMLInputElement) || control.name === "") return false;
    return control.type === "hidden" ? control.hasAttribute(KEPT_MARK) : !["file", "submit", "button"].includes(control.type);
  });
}

const isTick = (control: Control): control is HTMLInputElement => control instanceof HTMLInputElement && (control.type === "checkbox" || control.type === "radio");

/** Every field by its name; of ticks the values that are ticked, one a line; empty where nothing is. */
export function readFields(form: HTMLFormElement): Record<string, string> {
  const fields = new Map<string, string>();
  for (const control of listControls(form)) {
    const before = fields.get(control.name) ?? "";
    const value = isTick(control) && !control.checked ? "" : control.value;
    fields.set(control.name, before === "" || value === "" ? before + value : `${before}\n${value}`);
  }
  return Object.fromEntries(fields);
}

/** Fills fields in as `readFields` read them; whoever listens to them hears of it as of typing. */
export function writeFields(form: HTMLFormElement, fields: Readonly<Record<string, string>>): void {
  const changed: Control[] = [];
  for (const control of listControls(form)) {
    const text = Object.hasOwn(fields, control.name) ? fields[control.name] : undefined;
    if (text === undefined) continue;
    if (isTick(control)) {
      const isTicked = text.split("\n").includes(control.value);
      if (control.checked !== isTicked) changed.push(control);
      control.checked = isTicked;
    } else if (control.value !== text) {
      setValue(control, text);
      changed.push(control);
    }
  }
  for (const control of changed) control.dispatchEvent(new Event("input", { bubbles: true }));
}

/** As a key press sets it: React looks for changes behind its own setter. */
function setValue(control: Control, text: string): void {
  const setter = Object.getOwnPropertyDescriptor(Object.getPrototypeOf(control) as object, "value")?.set;
  if (setter) setter.call(control, text);
  else control.value = text;
}

/** The fields of a form that a page keeps. The form may be gone when they are read for the last time. */
export function createFormTexts(form: HTMLFormElement): KeptTexts {
  return {
    writableTexts: () => readFields(form),
    setTexts: (fields) => writeFields(form, fields),
    subscribe(listener) {
      form.addEventListener("input", listener);
      return () => form.removeEventListener("input", listener);
    },
  };
}
