import { useCallback, useEffect, useMemo, useRef, useState, type RefObject } from "react";
import { useLocale } from "../../i18n/use-messages.ts";
import { fetchNewestDraft, saveOverNetwork } from "./draft-api.ts";
import type { DraftState } from "./draft-rules.ts";
import { createFormTexts } from "./form-texts.ts";
import { useKeeper, type DraftHandle, type DraftNetwork, type KeptTexts } from "./use-keeper.ts";

export interface KeptFormPlace {
  /** `POST` and `GET` of what is kept, with the person's name; null: it is kept in this browser only. */
  saveUrl: string | null;
  /** Tells people and forms apart in this browser. */
  localKey: string;
  /** The fields as the server had them when it made the page; a form that comes back has newer ones. */
  opened: Readonly<DraftState>;
}

/** Fields with this mark say what a form was made of, for pages without scripts. */
export const WAS_MARK = "data-was";

/**
 * Keeps a form's fields as an editor's text is kept: on the server a moment after the last change, in the browser until
 * then, joined with what other tabs and devices kept. Once the form itself is sent, nothing is kept beside it.
 */
export function useKeptForm(form: RefObject<HTMLFormElement>, { saveUrl, localKey, opened }: KeptFormPlace): DraftHandle {
  const locale = useLocale();
  const texts = useLateForm(form);
  // What the page was made with; what a form comes back with is newer.
  const [first] = useState(opened);
  const { hold, letGo, whenFree } = useGate();
  const network = useMemo<DraftNetwork>(() => {
    // Kept in this browser, and no more can be done: it is not tried again.
    if (saveUrl === null) return { save: async () => ({ kind: "refused", message: "" }), fetchNewest: async () => null };
    return {
      save: async (save, options) => {
        await whenFree();
        return saveOverNetwork(saveUrl, save, { ...options, locale });
      },
      fetchNewest: () => fetchNewestDraft(saveUrl),
    };
  }, [locale, saveUrl, whenFree]);
  const handle = useKeeper(texts, { network, localKey, saveUrl, opened: first, hasConflict: false });
  const { keeper } = handle;

  useEffect(() => {
    const element = form.current;
    if (!element) return;
    const onSubmit = () => {
      hold();
      // Scripts kept up with other pages: all that stands in the form is meant.
      for (const was of element.querySelectorAll<HTMLInputElement>(`input[${WAS_MARK}]`)) was.value = "";
    };
    element.addEventListener("submit", onSubmit);
    return () => element.removeEventListener("submit", onSubmit);
  }, [form, hold]);

  // The form came back, with what the server has by now.
  const { version } = opened;
  useEffect(() => {
    letGo();
    if (keeper && version > keeper.version()) void keeper.hearOfVersion(version);
  }, [keeper, letGo, opened, version]);

  return handle;
}

/** The form's fields; the form itself is on the page by the time that anybody asks. */
function useLateForm(form: RefObject<HTMLFormElement>): KeptTexts {
  const [texts] = useState(() => {
    let found: KeptTexts | null = null;
    const find = () => (found ??= form.current && createFormTexts(form.current));
    return {
      writableTexts: () => find()?.writableTexts() ?? {},
      setTexts: (fields: Readonly<Record<string, string>>) => find()?.setTexts(fields),
      subscribe: (listener: () => void) => find()?.subscribe(listener) ?? (() => {}),
    };
  });
  return texts;
}

/** Lets pass, or makes wait until it does again. */
function useGate() {
  const shut = useRef<{ opened: Promise<void>; open: () => void } | null>(null);
  const hold = useCallback(() => {
    let open = () => {};
    shut.current ??= { opened: new Promise<void>((resolve) => (open = resolve)), open: () => open() };
  }, []);
  const letGo = useCallback(() => {
    shut.current?.open();
    shut.current = null;
  }, []);
  const whenFree = useCallback(async () => shut.current?.opened, []);
  return { hold, letGo, whenFree };
}
