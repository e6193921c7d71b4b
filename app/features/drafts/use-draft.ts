import { useEffect, useRef, useState } from "react";
import type { CodeDocument } from "../../ui/code-editor/code-document.ts";
import { fetchNewestDraft, saveOverNetwork } from "./draft-api.ts";
import { createDraftKeeper, type DraftKeeper, type DraftStatus } from "./draft-keeper.ts";
import { createLocalDraft } from "./local-draft.ts";

export interface DraftPlace {
  /** `POST` and `GET` of the draft. */
  draftUrl: string;
  /** Tells people and activities apart in this browser. */
  localKey: string;
  version: number;
}

export interface DraftHandle {
  status: DraftStatus;
  /** Something to say once, e.g. that unsaved text came back; null when there is nothing. */
  notice: string | null;
  /** Null on the server and before scripts run. */
  keeper: DraftKeeper | null;
}

/** Keeps a document's text safe for as long as its page is open. */
export function useDraft(document: CodeDocument, { draftUrl, localKey, version }: DraftPlace): DraftHandle {
  const [status, setStatus] = useState<DraftStatus>({ kind: "saved" });
  const [notice, setNotice] = useState<string | null>(null);
  const [keeper, setKeeper] = useState<DraftKeeper | null>(null);
  // The version of the markup: a later one of a revalidated loader is not what the editor began from.
  const opened = useRef({ version, files: document.writableTexts() });

  useEffect(() => {
    const channel = typeof BroadcastChannel === "undefined" ? null : new BroadcastChannel(localKey);
    const made = createDraftKeeper({
      opened: opened.current,
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
    made.begin();
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
  }, [document, draftUrl, localKey]);

  return { status, notice, keeper };
}
