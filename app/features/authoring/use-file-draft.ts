import { useMemo } from "react";
import { useLocale } from "../../i18n/use-messages.ts";
import type { CodeDocument } from "../../ui/code-editor/code-document.ts";
import type { DraftState } from "../drafts/draft-rules.ts";
import { useKeeper, type DraftHandle, type DraftNetwork } from "../drafts/use-keeper.ts";
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
export function useFileDraft(document: CodeDocument, { courseId, path, ...place }: FileDraftPlace): DraftHandle {
  const locale = useLocale();
  const network = useMemo<DraftNetwork>(
    () => ({
      save: (save, options) => saveFileOverNetwork(courseId, path, save, options, locale),
      fetchNewest: () => fetchNewestFile(courseId, path),
    }),
    [courseId, locale, path],
  );
  return useKeeper(document, { ...place, network, saveUrl: null });
}
