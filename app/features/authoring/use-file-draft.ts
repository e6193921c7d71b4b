import { useEffect, useState } from "react";
import type { CodeDocument } from "../../ui/code-editor/code-document.ts";
import { createDraftKeeper, type DraftKeeper, type DraftStatus } from "../drafts/draft-keeper.ts";
import type { DraftState } from "../drafts/draft-rules.ts";
import { createLocalDraft } from "../drafts/local-draft.ts";
import { fetchNewestFile, saveFileOverNetwork } from "./file-api.ts";

export interface FileDraftPlace {
  courseId: string;
  path: string;
  localKey: string;
  /** The file as the server had it when the page was made. The same object for the life of the page. */
  opened: DraftState;
  /** The document holds a text that was refused because another tab had saved `opened`. */
  hasConflict: boolean;
}

/** Keeps an author's text safe for as long as its page is open, as learners' drafts are. */
export function useFileDraft(document: CodeDocument, { courseId, path, localKey, opened, hasConflict }: FileDraftPlace): { status: DraftStatus; notice: string | null; keeper: DraftKeeper | null } {
  const [status, setStatus] = useState<DraftStatus>({ kind: "saved" });
  const [notice, setNotice] = useState<string | null>(null);
  const [keeper, setKeeper] = useState<DraftKeeper | null>(null);

  useEffect(() => {
    const channel = typeof BroadcastChannel === "undefined" ? null : new BroadcastChannel(localKey);
    const made = createDraftKeeper({
      opened,
      read: document.writableTexts,
      write: document.setTexts,
      save: (save, options) => saveFileOverNetwork(courseId, path, save, options),
      fetchNewest: () => fetchNewestFile(courseId, path),
      local: createLocalDraft(localStorage, localKey),
      announce: (version) => channel?.postMessage(version),
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
      made.leave();
      made.dispose();
      stopListening();
      channel?.close();
      window.document.removeEventListener("visibilitychange", onVisibility);
      window.removeEventListener("pagehide", onHide);
      window.removeEventListener("online", onOnline);
    };
  }, [courseId, document, hasConflict, localKey, opened, path]);

  return { status, notice, keeper };
}
