/**
 * Controls of a form that somebody changed since the page was made. A page is usable before its scripts are there, and
 * no script hears what happens until then: whoever keeps a form's text asks for these first.
 */
export function listTouchedControls(form: HTMLFormElement): (HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement)[] {
  return [...form.elements].filter((control) => {
    if (control instanceof HTMLInputElement) {
      if (control.type === "file" || control.type === "hidden") return false;
      return control.type === "checkbox" || control.type === "radio" ? control.checked !== control.defaultChecked : control.value !== control.defaultValue;
    }
    if (control instanceof HTMLTextAreaElement) return control.value !== control.defaultValue;
    if (!(control instanceof HTMLSelectElement)) return false;
    // Without a chosen one the first option is what stands there.
    const made = [...control.options].find(({ defaultSelected }) => defaultSelected) ?? control.options[0];
    return control.value !== (made?.value ?? "");
  }) as (HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement)[];
}
