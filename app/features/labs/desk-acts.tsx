import { AlignLeft, MessageCircleQuestion, Play, RotateCcw, Send } from "lucide-react";
import { useMessages } from "../../i18n/use-messages.ts";
import { messages } from "./desk-messages.ts";
import { ariaKeys, showKeys } from "./lab-keys.ts";
import type { LabWork } from "./use-lab-work.ts";
import type { ResetHandle } from "./use-reset.ts";

interface DeskActsProps {
  work: LabWork;
  reset: ResetHandle;
  isMac: boolean;
  /** One line for the live region. */
  said: string;
  /** Null for files that nobody can lay out. */
  onFormat: (() => void) | null;
  /** Asks a person about the line where the cursor stands. */
  onAsk: () => void;
}

/** The buttons below the editor. All but *Format* work without scripts. */
export function DeskActs({ work, reset, isMac, said, onFormat, onAsk }: DeskActsProps) {
  const t = useMessages(messages);
  const isBusy = work.kind === "running" || work.kind === "submitting";
  return (
    <div className="lab-acts">
      <button className="button" name="intent" value="run" aria-disabled={work.kind === "submitting"} aria-keyshortcuts={ariaKeys("run", isMac)}>
        <Play size={16} aria-hidden /> {t("run")} <kbd aria-hidden>{showKeys("run", isMac).join(" ")}</kbd>
      </button>
      <button className="button primary" name="intent" value="submit" aria-disabled={isBusy} aria-keyshortcuts={ariaKeys("submit", isMac)}>
        <Send size={16} aria-hidden /> {t("submit")} <kbd aria-hidden>{showKeys("submit", isMac).join(" ")}</kbd>
      </button>
      <span className="lab-said small" role="status">{said}</span>
      <span className="lab-more">
        <button className="button quiet small only-without-scripts" name="intent" value="save">{t("save")}</button>
        {onFormat && (
          <button type="button" className="button quiet small needs-scripts" onClick={onFormat} aria-keyshortcuts={ariaKeys("format", isMac)}>
            <AlignLeft size={15} aria-hidden /> {t("format")}
          </button>
        )}
        <button type="button" className="button quiet small needs-scripts" onClick={onAsk} aria-label={t("askLine")} title={t("askLineHelp")}><MessageCircleQuestion size={17} aria-hidden /></button>
        {reset.undoLabel && !reset.said
          ? <button className="button quiet small" name="intent" value="undo"><RotateCcw size={15} aria-hidden /> {reset.undoLabel}</button>
          : <button className="button quiet small" name="intent" value="reset" title={t("resetHelp")} aria-keyshortcuts={ariaKeys("reset", isMac)}><RotateCcw size={15} aria-hidden /> {t("reset")}</button>}
      </span>
    </div>
  );
}
