import { Lock } from "lucide-react";
import { useRef, type KeyboardEvent } from "react";
import { useMessages } from "../../i18n/use-messages.ts";
import { messages } from "./messages.ts";

interface FileTabsProps {
  files: readonly { path: string; readOnly: boolean }[];
  active: string;
  onSelect: (path: string) => void;
  /** Begins the ids of the tabs: `idPrefix-tab-0`. */
  idPrefix: string;
  /** Id of the panel that shows the chosen file. */
  panelId: string;
}

/** One tab a file; arrow keys, Home and End move, as in every list of tabs. */
export function FileTabs({ files, active, onSelect, idPrefix, panelId }: FileTabsProps) {
  const t = useMessages(messages);
  const list = useRef<HTMLDivElement>(null);

  function onKeyDown(event: KeyboardEvent) {
    const index = files.findIndex((file) => file.path === active);
    const steps: Record<string, number> = { ArrowRight: index + 1, ArrowLeft: index - 1, Home: 0, End: files.length - 1 };
    const step = steps[event.key];
    if (step === undefined) return;
    event.preventDefault();
    const next = (step + files.length) % files.length;
    onSelect(files[next]?.path ?? active);
    list.current?.querySelectorAll<HTMLButtonElement>("[role=tab]")[next]?.focus();
  }

  return (
    <div className="file-tabs" role="tablist" aria-label={t("files")} ref={list} onKeyDown={onKeyDown}>
      {files.map(({ path, readOnly }, index) => (
        <button
          key={path}
          type="button"
          role="tab"
          id={tabId(idPrefix, index)}
          aria-selected={path === active}
          aria-controls={panelId}
          tabIndex={path === active ? 0 : -1}
          onClick={() => onSelect(path)}
        >
          {path}
          {readOnly && <><Lock size={13} aria-hidden /><span className="sr-only">{t("readOnlyAfter")}</span></>}
        </button>
      ))}
    </div>
  );
}

export function tabId(idPrefix: string, index: number): string {
  return `${idPrefix}-tab-${index}`;
}
