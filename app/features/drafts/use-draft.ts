import { useMemo } from "react";
import { useLocale } from "../../i18n/use-messages.ts";
import type { CodeDocument } from "../../ui/code-editor/code-document.ts";
import { fetchNewestDraft, saveOverNetwork, setAsideOverNetwork } from "./draft-api.ts";
import type { DraftState } from "./draft-rules.ts";
import { useKeeper, type DraftHandle, type DraftNetwork } from "./use-keeper.ts";

export type { DraftHandle } from "./use-keeper.ts";

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

/** Keeps the draft of an activity safe for as long as its page is open. */
export function useDraft(document: CodeDocument, { draftUrl, localKey, opened, hasConflict = false }: DraftPlace): DraftHandle {
  const locale = useLocale();
  const network = useMemo<DraftNetwork>(
    () => ({
      save: (save, options) => saveOverNetwork(draftUrl, save, { ...options, locale }),
      fetchNewest: () => fetchNewestDraft(draftUrl),
      setAside: (files) => setAsideOverNetwork(draftUrl, files, locale),
    }),
    [draftUrl, locale],
  );
  return useKeeper(document, { network, localKey, saveUrl: draftUrl, opened, hasConflict });
}
