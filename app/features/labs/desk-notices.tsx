import type { Said } from "../../i18n/saying.ts";
import { useMessages } from "../../i18n/use-messages.ts";
import type { CodeDocument } from "../../ui/code-editor/code-document.ts";
import { BothTexts, DraftConflict } from "../drafts/draft-conflict.tsx";
import type { DraftHandle } from "../drafts/use-draft.ts";
import type { WaitingView } from "../offline/use-waiting-hand-in.ts";
import { WaitingNotice } from "../offline/waiting-notice.tsx";
import type { LabFormAnswer } from "./answer-lab-form.server.ts";
import { messages } from "./desk-messages.ts";
import type { ResetHandle } from "./use-reset.ts";

interface DeskNoticesProps {
  waiting: WaitingView | null;
  document: CodeDocument;
  draft: DraftHandle;
  reset: ResetHandle;
  answer: Said<LabFormAnswer> | undefined;
}

/** What happened to the draft, between the tabs and the editor. */
export function DeskNotices({ waiting, document, draft, reset, answer }: DeskNoticesProps) {
  const t = useMessages(messages);
  const { keeper, status, notice } = draft;
  return (
    <div className="lab-notices">
      <WaitingNotice waiting={waiting} />
      {status.kind === "conflict" && (
        <DraftConflict mine={document.writableTexts()} theirs={status.theirs.files} onKeepMine={() => void keeper?.keepMine()} onTakeTheirs={() => void reset.takeTheirs()} />
      )}
      {status.kind === "refused" && <p className="notice bad" role="alert">{status.message}</p>}
      {notice && status.kind !== "conflict" && <p className="notice" role="status">{notice}</p>}
      {!keeper && answer?.kind === "conflict" && (
        <div className="notice attention" role="alert">
          <p><strong>{t("otherSaved")}</strong> {t("otherSavedMore")}</p>
          <BothTexts mine={answer.files} theirs={answer.theirs} />
        </div>
      )}
      {reset.said && <p className="notice" role="status">{reset.said} {reset.undoLabel && <button name="intent" value="undo" className="button small">{reset.undoLabel}</button>}</p>}
    </div>
  );
}
