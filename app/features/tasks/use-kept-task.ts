import { useEffect, useState, type RefObject } from "react";
import { listTouchedControls } from "../../ui/list-touched-controls.ts";

const KEEP_AFTER_MS = 800;

/** Whether what is in the form is on the server: null before anything was changed. */
export type Keeping = "kept" | "keeping" | "not-kept" | null;

/** Sends a task's form a moment after each change, without its file, and when the page is left. */
export function useKeptTask(form: RefObject<HTMLFormElement>, address: string, isKept: boolean): Keeping {
  const [keeping, setKeeping] = useState<Keeping>(null);
  useEffect(() => {
    const element = form.current;
    if (!element || !isKept) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let isSubmitted = false;
    const read = () => {
      const fields = new URLSearchParams({ intent: "keep" });
      for (const [name, value] of new FormData(element)) if (typeof value === "string" && name !== "intent") fields.append(name, value);
      return fields;
    };
    const send = async () => {
      timer = undefined;
      const answer = await fetch(address, { method: "POST", body: read(), redirect: "manual" }).catch(() => null);
      if (timer === undefined) setKeeping(answer?.status === 204 ? "kept" : "not-kept");
    };
    const keepSoon = () => {
      setKeeping("keeping");
      clearTimeout(timer);
      timer = setTimeout(() => void send(), KEEP_AFTER_MS);
    };
    const onInput = (event: Event) => {
      if (!(event.target instanceof HTMLInputElement) || event.target.type !== "file") keepSoon();
    };
    const onSubmit = () => {
      isSubmitted = true;
      clearTimeout(timer);
    };
    // The form itself carries everything when it is what leaves the page.
    const onLeave = () => {
      if (timer === undefined || isSubmitted) return;
      clearTimeout(timer);
      timer = undefined;
      navigator.sendBeacon(address, read());
    };
    element.addEventListener("input", onInput);
    if (listTouchedControls(element).length > 0) keepSoon();
    element.addEventListener("submit", onSubmit);
    addEventListener("pagehide", onLeave);
    return () => {
      element.removeEventListener("input", onInput);
      element.removeEventListener("submit", onSubmit);
      removeEventListener("pagehide", onLeave);
      onLeave();
    };
  }, [form, address, isKept]);
  return keeping;
}
