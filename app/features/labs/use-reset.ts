import { useState } from "react";
import { useLocale, useMessages } from "../../i18n/use-messages.ts";
import type { CodeDocument } from "../../ui/code-editor/code-document.ts";
import { callDraft } from "../drafts/draft-api.ts";
import type { DraftKeeper } from "../drafts/draft-keeper.ts";
import type { DraftRequest } from "../drafts/draft-request.ts";
import { messages } from "./api-messages.ts";

interface ResetParts {
  draftUrl: string;
  document: CodeDocument;
  keeper: DraftKeeper | null;
  initialUndoVersion: number | null;
}

export interface ResetHandle {
  /** What happened, for the person; null when nothing has. */
  said: string | null;
  /** What `undo` brings back, in the words of its button; null when there is nothing to undo. */
  undoLabel: string | null;
  reset(): Promise<void>;
  undo(): Promise<void>;
  /** In a conflict: go on with the other text; this page's is kept and can be had back by `undo`. */
  takeTheirs(): Promise<void>;
}

/** Starter, undo and "take theirs": steps of a draft that are taken on the server. */
export function useReset({ draftUrl, document, keeper, initialUndoVersion }: ResetParts): ResetHandle {
  const t = useMessages(messages);
  const locale = useLocale();
  const [said, setSaid] = useState<string | null>(null);
  const [undo, setUndo] = useState(initialUndoVersion === null ? null : { version: initialUndoVersion, label: t("undoReset") });

  async function ask(makeRequest: (now: { baseVersion: number; files: Record<string, string> }) => DraftRequest) {
    if (!keeper) return;
    const call = await callDraft(draftUrl, makeRequest({ baseVersion: keeper.version(), files: document.writableTexts() }), locale);
    if (call.kind !== "answer") return setSaid(call.kind === "refused" ? call.message : t("resetTrouble"));
    const { answer } = call;
    switch (answer.kind) {
      case "reset":
        keeper.replace(answer);
        setUndo({ version: answer.undoVersion, label: t("undoReset") });
        return setSaid(t("starterBack"));
      case "restored":
        keeper.replace(answer);
        setUndo(null);
        return setSaid(t("textBack"));
      case "set-aside":
        keeper.replace(answer);
        setUndo(answer.keptVersion === null ? null : { version: answer.keptVersion, label: t("bringMineBack") });
        return setSaid(t("theirsTaken"));
      case "conflict":
        return keeper.hearOfVersion(null);
      case "refused":
      case "gone":
        return setSaid(answer.message);
      case "saved":
        return;
    }
  }

  async function saveFirst() {
    await keeper?.flush();
    return keeper?.status().kind === "saved";
  }

  return {
    said,
    undoLabel: undo?.label ?? null,
    async reset() {
      if (await saveFirst()) await ask((now) => ({ intent: "reset", ...now }));
      else setSaid(t("resetWaits"));
    },
    async undo() {
      if (undo && (await saveFirst())) await ask((now) => ({ intent: "restore", ...now, version: undo.version }));
    },
    takeTheirs: () => ask(({ files }) => ({ intent: "set-aside", files })),
  };
}
