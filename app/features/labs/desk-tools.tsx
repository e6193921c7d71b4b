import { Keyboard, Maximize2, Minimize2 } from "lucide-react";
import { useMessages } from "../../i18n/use-messages.ts";
import { messages } from "./desk-messages.ts";
import { ariaKeys } from "./lab-keys.ts";

interface DeskToolsProps {
  isFull: boolean;
  isMac: boolean;
  onFull: () => void;
  onKeys: () => void;
}

/** How the desk itself is shown, and its sheet of keys. Of use with scripts only. */
export function DeskTools({ isFull, isMac, onFull, onKeys }: DeskToolsProps) {
  const t = useMessages(messages);
  const label = isFull ? t("backToText") : t("fillWindow");
  return (
    <span className="desk-tools needs-scripts">
      <button type="button" className="button quiet small" onClick={onKeys} aria-label={t("keys")} title={t("keys")} aria-haspopup="dialog"><Keyboard size={17} aria-hidden /></button>
      <button type="button" className="button quiet small" onClick={onFull} aria-pressed={isFull} aria-label={t("fillWindow")} title={label} aria-keyshortcuts={ariaKeys("full", isMac)}>
        {isFull ? <Minimize2 size={16} aria-hidden /> : <Maximize2 size={16} aria-hidden />}
      </button>
    </span>
  );
}
