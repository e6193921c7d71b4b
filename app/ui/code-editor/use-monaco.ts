import { useEffect, useState, type ComponentType, type RefObject } from "react";
import { DEFAULT_LOCALE, type Locale } from "../../i18n/locales.ts";
import { useLocale } from "../../i18n/use-messages.ts";
import type { MonacoEditorProps } from "./monaco-editor.client.tsx";

/** How long loading may be put off while the page is busy, milliseconds. */
const IDLE_TIMEOUT_MS = 1_500;

export interface LoadedMonaco {
  /** Null until it is there. */
  Monaco: ComponentType<MonacoEditorProps> | null;
  /** It could not be loaded, e.g. without a connection. The plain editor goes on. */
  hasFailed: boolean;
  /** Where somebody was typing in the plain editor when Monaco came. */
  takeOver: MonacoEditorProps["takeOver"];
}

/** Loads Monaco once it is wanted and the page stands still; never before the page works without it. */
export function useMonaco(isWanted: boolean, frame: RefObject<HTMLElement>): LoadedMonaco {
  const [loaded, setLoaded] = useState<LoadedMonaco>({ Monaco: null, hasFailed: false, takeOver: null });
  const isLoaded = loaded.Monaco !== null;
  const locale = useLocale();

  useEffect(() => {
    if (!isWanted || isLoaded) return;
    let isCurrent = true;
    const stop = whenIdle(() => {
      loadMonaco(locale).then(
        ({ MonacoEditor }) => isCurrent && setLoaded({ Monaco: MonacoEditor, hasFailed: false, takeOver: findCursor(frame.current) }),
        () => isCurrent && setLoaded({ Monaco: null, hasFailed: true, takeOver: null }),
      );
    });
    return () => {
      isCurrent = false;
      stop();
    };
  }, [frame, isLoaded, isWanted, locale]);

  return loaded;
}

async function loadMonaco(locale: Locale) {
  if (locale !== DEFAULT_LOCALE) {
    const words = await import("./monaco-words.client.ts").catch(() => null);
    // An editor that speaks English is better than none.
    await words?.loadMonacoWords(locale).catch(() => {});
  }
  return import("./monaco-editor.client.tsx");
}

function findCursor(frame: HTMLElement | null): MonacoEditorProps["takeOver"] {
  const area = document.activeElement;
  if (!(area instanceof HTMLTextAreaElement) || !frame?.contains(area)) return null;
  const before = area.value.slice(0, area.selectionStart).split("\n");
  return { line: before.length, column: (before.at(-1) ?? "").length + 1 };
}

function whenIdle(act: () => void): () => void {
  if ("requestIdleCallback" in window) {
    const id = requestIdleCallback(act, { timeout: IDLE_TIMEOUT_MS });
    return () => cancelIdleCallback(id);
  }
  const id = setTimeout(act, 200);
  return () => clearTimeout(id);
}
