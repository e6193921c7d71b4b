import type { KeyboardEvent } from "react";
import { findLabAction, type LabAction } from "./lab-keys.ts";

interface DeskKeys {
  onKeyDownCapture: (event: KeyboardEvent) => void;
  onKeyDown: (event: KeyboardEvent) => void;
}

/** The desk's shortcuts, wherever the focus is within it. `?` opens the sheet where no text is written. */
export function useDeskKeys({ isMac, act, openSheet }: { isMac: boolean; act: (action: LabAction) => void; openSheet: () => void }): DeskKeys {
  return {
    // On the way down, so that neither editor sees these keys as its own.
    onKeyDownCapture(event) {
      const action = event.nativeEvent.isComposing ? null : findLabAction(event, isMac);
      // A line of the console is sent by Enter; with Ctrl it is the desk's like everywhere.
      if (!action || isInDialog(event.target)) return;
      event.preventDefault();
      event.stopPropagation();
      // A key that is held down must not hand in twice.
      if (!event.repeat) act(action);
    },
    onKeyDown(event) {
      if (event.key !== "?" || event.ctrlKey || event.metaKey || event.altKey || isWriting(event.target) || isInDialog(event.target)) return;
      event.preventDefault();
      openSheet();
    },
  };
}

function isWriting(target: EventTarget): boolean {
  return target instanceof HTMLElement && (target.isContentEditable || target.closest("input, textarea, select, .monaco-editor") !== null);
}

function isInDialog(target: EventTarget): boolean {
  return target instanceof HTMLElement && target.closest("dialog") !== null;
}
