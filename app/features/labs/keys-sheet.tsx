import { X } from "lucide-react";
import { useEffect, useId, useRef, type ReactNode } from "react";
import { useMessages } from "../../i18n/use-messages.ts";
import { messages } from "./desk-messages.ts";
import { LAB_ACTIONS, showKeys, type LabAction } from "./lab-keys.ts";

const NAMES = {
  run: "keyRun", submit: "keySubmit", "next-failing": "keyNextFailing", format: "keyFormat", live: "keyLive", reset: "keyReset", full: "keyFull", "next-file": "keyNextFile", "previous-file": "keyPreviousFile",
} as const satisfies Record<LabAction, string>;

interface KeysSheetProps {
  isOpen: boolean;
  onClose: () => void;
  isMac: boolean;
  hasConsole: boolean;
}

/** All keys of the desk on one sheet. */
export function KeysSheet({ isOpen, onClose, isMac, hasConsole }: KeysSheetProps) {
  const t = useMessages(messages);
  const titleId = useId();
  const sheet = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    if (isOpen && !sheet.current?.open) sheet.current?.showModal();
    if (!isOpen && sheet.current?.open) sheet.current.close();
  }, [isOpen]);

  return (
    <dialog className="keys-sheet" ref={sheet} aria-labelledby={titleId} onClose={onClose}>
      <div className="keys-sheet-head">
        <h2 id={titleId}>{t("keysTitle")}</h2>
        <button type="button" className="button quiet small" onClick={onClose} aria-label={t("close")}><X size={18} aria-hidden /></button>
      </div>
      <dl>
        {LAB_ACTIONS.map((action) => <Row key={action} name={t(NAMES[action])}><Keys keys={showKeys(action, isMac)} /></Row>)}
        <Row name={t("keyLeave")}><Keys keys={["Esc"]} /> {t("keyThen")} <Keys keys={["Tab"]} /></Row>
        <Row name={t("keyLeaveMonaco")}><Keys keys={isMac ? ["⌃", "⇧", "M"] : ["Ctrl", "M"]} /></Row>
        {hasConsole && (
          <>
            <Row name={t("keyHistory")}><Keys keys={["↑"]} /> <Keys keys={["↓"]} /></Row>
            <Row name={t("keyClear")}><Keys keys={["Ctrl", "L"]} /></Row>
            <Row name={t("keyStop")}><Keys keys={["Ctrl", "C"]} /></Row>
          </>
        )}
        <Row name={t("keyHelp")}><Keys keys={["?"]} /></Row>
      </dl>
    </dialog>
  );
}

function Row({ name, children }: { name: string; children: ReactNode }) {
  return <div><dt>{name}</dt><dd>{children}</dd></div>;
}

function Keys({ keys }: { keys: readonly string[] }) {
  return <span className="keys">{keys.map((key) => <kbd key={key}>{key}</kbd>)}</span>;
}
