import { useEffect, useState } from "react";
import type { CodeDocument } from "../../ui/code-editor/code-document.ts";
import { fetchNewestDraft, saveOverNetwork } from "./draft-api.ts";
import { createDraftKeeper, type DraftKeeper, type DraftStatus } from "./draft-keeper.ts";
import type { DraftState } from "./draft-rules.ts";
import { createLocalDraft } from "./local-draft.ts";

export interface DraftPlace {
  /** `POST` and `GET` of the draft. */
  draftUrl: string;
  /** Tells people and activities apart in this browser. */
  localKey: string;
  /** The draft as the server had it when the page was made. The same object for the life of the page. */
  opened: DraftState;
  /** The document holds a text that was refused because another tab had saved `opened`. */
  hasConflict?: boolean;
}

export interface DraftHandle {
  status: DraftStatus;
  /** Something to say once, e.g. that unsaved text came back; null when there is nothing. */
  notice: string | null;
  /** Null on the server and before scripts run. */
  keeper: DraftKeeper | null;
}

/** Keeps a document's text safe for as long as its page is open. */
export function useDraft(document: CodeDocument, { draftUrl, localKey, opened, hasConflict = false }: DraftPlace): DraftHandle {
  const [status, setStatus] = useState<DraftStatus>({ kind: "saved" });
  const [notice, setNotice] = useState<string | null>(null);
  const [keeper, setKeeper] = useState<DraftKeeper | null>(null);

  useEffect(() => {
    const channel = typeof BroadcastChannel === "undefined" ? null : new BroadcastChannel(localKey);
    const made = createDraftKeeper({
      opened,
      read: document.writableTexts,
      write: document.setTexts,
      save: (save, options) => saveOverNetwork(draftUrl, save, options),
      fetchNewest: () => fetchNewestDraft(draftUrl),
      local: createLocalDraft(localStorage, localKey),
      announce: (saved) => channel?.postMessage(saved),
      onChange: setStatus,
      onNotice: setNotice,
      setTimer: (act, delayMs) => {
        const timer = setTimeout(act, delayMs);
        return () => clearTimeout(timer);
      },
    });
    const stopListening = document.subscribe(made.touch);
    made.begin({ hasConflict });
    setKeeper(made);

    const onVisibility = () => (window.document.visibilityState === "hidden" ? made.leave() : void made.hearOfVersion(null));
    const onHide = () => made.leave();
    const onOnline = () => made.retryNow();
    if (channel) channel.onmessage = ({ data }: MessageEvent<unknown>) => typeof data === "number" && void made.hearOfVersion(data);
    window.document.addEventListener("visibilitychange", onVisibility);
    window.addEventListener("pagehide", onHide);
    window.addEventListener("online", onOnline);
    return () => {
      // Another page of this site: what was typed last is sent on the way.
      made.leave();
      made.dispose();
      stopListening();
      channel?.close();
      window.document.removeEventListener("visibilitychange", onVisibility);
      window.removeEventListener("pagehide", onHide);
      window.removeEventListener("online", onOnline);
    };
  }, [document, draftUrl, hasConflict, localKey, opened]);

  return { status, notice, keeper };
}
