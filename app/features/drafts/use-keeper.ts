import { useEffect, useState } from "react";
import { useMessages } from "../../i18n/use-messages.ts";
import { createDraftKeeper, type DraftKeeper, type DraftKeeperParts, type DraftNotice, type DraftStatus } from "./draft-keeper.ts";
import type { DraftState } from "./draft-rules.ts";
import { messages } from "./messages.ts";
import { openDraftShelter } from "./open-draft-shelter.ts";

/** What is kept: texts by name, of an editor or of a form. */
export interface KeptTexts {
  writableTexts(): Record<string, string>;
  setTexts(texts: Readonly<Record<string, string>>): void;
  /** Hears of every change; gives the way to stop. */
  subscribe(listener: () => void): () => void;
}

/** How the server is spoken to. */
export type DraftNetwork = Pick<DraftKeeperParts, "save" | "fetchNewest" | "setAside">;

export interface KeptPlace {
  /** The same object as long as it speaks to the same address. */
  network: DraftNetwork;
  /** Tells people and texts apart in this browser. */
  localKey: string;
  /** Where the text can be saved from another page; null: nowhere. */
  saveUrl: string | null;
  /** The text as the server had it when the page was made. The same object for the life of the page. */
  opened: DraftState;
  /** The document holds a text that was refused because another tab had saved `opened`. */
  hasConflict: boolean;
}

export interface DraftHandle {
  status: DraftStatus;
  /** Something to say once, e.g. that unsaved text came back; null when there is nothing. */
  notice: string | null;
  /** Null on the server and before scripts run. */
  keeper: DraftKeeper | null;
}

/** Keeps a document's text safe for as long as its page is open: on the server, else in this browser. */
export function useKeeper(document: KeptTexts, { network, localKey, saveUrl, opened, hasConflict }: KeptPlace): DraftHandle {
  const t = useMessages(messages);
  const [status, setStatus] = useState<DraftStatus>({ kind: "saved" });
  const [notice, setNotice] = useState<DraftNotice | null>(null);
  const [keeper, setKeeper] = useState<DraftKeeper | null>(null);

  useEffect(() => {
    const channel = typeof BroadcastChannel === "undefined" ? null : new BroadcastChannel(localKey);
    const shelter = openDraftShelter(localKey, saveUrl);
    const made = createDraftKeeper({
      opened,
      read: document.writableTexts,
      write: document.setTexts,
      ...network,
      shelter,
      announce: (saved) => channel?.postMessage(saved),
      onChange: setStatus,
      onNotice: setNotice,
      setTimer: (act, delayMs) => {
        const timer = setTimeout(act, delayMs);
        return () => clearTimeout(timer);
      },
    });
    const stopListening = document.subscribe(made.touch);
    void made.begin({ hasConflict });
    setKeeper(made);

    const onVisibility = () => {
      if (window.document.visibilityState === "hidden") return made.leave();
      made.retryNow();
      void made.hearOfVersion(null);
    };
    const onHide = () => made.leave();
    const onOnline = () => {
      made.retryNow();
      void made.hearOfVersion(null);
    };
    if (channel) channel.onmessage = ({ data }: MessageEvent<unknown>) => typeof data === "number" && void made.hearOfVersion(data);
    window.document.addEventListener("visibilitychange", onVisibility);
    window.addEventListener("pagehide", onHide);
    window.addEventListener("online", onOnline);
    return () => {
      // Another page of this site: what was typed last is sent on the way.
      made.leave();
      void made.dispose().then(shelter.close);
      stopListening();
      channel?.close();
      window.document.removeEventListener("visibilitychange", onVisibility);
      window.removeEventListener("pagehide", onHide);
      window.removeEventListener("online", onOnline);
    };
  }, [document, hasConflict, localKey, network, opened, saveUrl]);

  return { status, notice: notice && t(notice), keeper };
}
