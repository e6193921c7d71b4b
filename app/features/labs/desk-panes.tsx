import { useEffect, useId, useRef, useState, type KeyboardEvent } from "react";
import type { Language } from "../../../sandbox/contract.ts";
import { useMessages } from "../../i18n/use-messages.ts";
import type { CodeDocument } from "../../ui/code-editor/code-document.ts";
import { messages } from "./desk-messages.ts";
import { LabOutcome, type LabOutcomeProps } from "./lab-outcome.tsx";
import { LiveToggle } from "./live-toggle.tsx";
import { PagePreview } from "./page-preview-pane.tsx";
import { ShellConsole } from "./shell-console.tsx";
import type { LiveView } from "./use-live-runs.ts";

type Pane = "results" | "console" | "preview";

interface DeskPanesProps extends LabOutcomeProps {
  language: Language;
  path: string;
  document: CodeDocument;
  live: LiveView;
  isMac: boolean;
  onToggleLive: () => void;
}

/** Below the buttons: the results, and beside them the console of bash labs or the preview of web labs. */
export function DeskPanes({ language, path, document, live, isMac, onToggleLive, ...outcome }: DeskPanesProps) {
  const t = useMessages(messages);
  const { work } = outcome;
  const id = useId();
  const [pane, setPane] = useState<Pane>("results");
  const region = useRef<HTMLDivElement>(null);
  const isFirst = useRef(true);
  const panes: readonly Pane[] = language === "bash" ? ["results", "console"] : language === "web" ? ["results", "preview"] : ["results"];

  // What somebody asked for comes into view. Narrow pages have it far below the buttons.
  useEffect(() => {
    if (!isFirst.current && work.kind !== "idle") setPane("results");
    if (!isFirst.current && work.kind === "result" && matchMedia("(max-width: 54rem)").matches) region.current?.scrollIntoView({ block: "start" });
    isFirst.current = false;
  }, [work]);

  function onKeyDown(event: KeyboardEvent) {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    const next = step === undefined ? undefined : panes[(panes.indexOf(pane) + step + panes.length) % panes.length];
    if (!next) return;
    event.preventDefault();
    setPane(next);
    window.document.getElementById(`${id}-${next}`)?.focus();
  }

  const isBusy = work.kind === "running" || work.kind === "submitting";
  return (
    <div className="lab-panes" ref={region}>
      <div className="lab-panes-head">
        {panes.length === 1 ? <h2 className="lab-panes-title">{t("results")}</h2> : (
          <div className="pane-tabs needs-scripts" role="tablist" aria-label={t("panes")} onKeyDown={onKeyDown}>
            {panes.map((one) => (
              <button key={one} type="button" role="tab" id={`${id}-${one}`} aria-selected={one === pane} aria-controls={`${id}-${one}-panel`} tabIndex={one === pane ? 0 : -1} onClick={() => setPane(one)}>{t(one)}</button>
            ))}
          </div>
        )}
        <LiveToggle live={live} isMac={isMac} onToggle={onToggleLive} />
      </div>
      <div className="lab-results" role={panes.length === 1 ? "region" : "tabpanel"} id={`${id}-results-panel`} aria-label={t("results")} tabIndex={0} aria-busy={isBusy} hidden={pane !== "results"}>
        <LabOutcome {...outcome} />
      </div>
      {language === "bash" && (
        <div className="lab-tool" role="tabpanel" id={`${id}-console-panel`} aria-labelledby={`${id}-console`} hidden={pane !== "console"}>
          <ShellConsole path={path} document={document} isShown={pane === "console"} />
        </div>
      )}
      {language === "web" && (
        <div className="lab-tool" role="tabpanel" id={`${id}-preview-panel`} aria-labelledby={`${id}-preview`} hidden={pane !== "preview"}>
          {pane === "preview" && <PagePreview document={document} onGoTo={outcome.onGoTo} />}
        </div>
      )}
    </div>
  );
}
