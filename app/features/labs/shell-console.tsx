import { useEffect, useRef, useState, type FormEvent, type KeyboardEvent } from "react";
import { useLocale, useMessages } from "../../i18n/use-messages.ts";
import type { CodeDocument } from "../../ui/code-editor/code-document.ts";
import { showInvisible } from "../reviews/show-invisible.ts";
import { askConsole } from "./console-api.ts";
import { fitsSession } from "./console-limits.ts";
import { messages } from "./desk-messages.ts";

interface Entry {
  folder: string;
  command: string;
  /** What the shell printed: hostile text. */
  output: string;
  /** Null while it runs, and where it came to no end. */
  status: number | null;
  /** What is to be said of it besides, in words. */
  note: string | null;
}

interface ShellConsoleProps {
  /** Address of the lab. */
  path: string;
  document: CodeDocument;
  isShown: boolean;
}

const START = "/lab";
/** What is kept on the page. */
const MOST_ENTRIES = 300;

/** A console on the lab's files. Each command is sent with those before it, which are played again. */
export function ShellConsole({ path, document, isShown }: ShellConsoleProps) {
  const t = useMessages(messages);
  const locale = useLocale();
  const [entries, setEntries] = useState<readonly Entry[]>([]);
  const [session, setSession] = useState<{ earlier: readonly string[]; folder: string; seed: string }>(() => ({ earlier: [], folder: START, seed: "1" }));
  const [draft, setDraft] = useState("");
  const [past, setPast] = useState<{ commands: readonly string[]; at: number }>({ commands: [], at: 0 });
  const [running, setRunning] = useState<AbortController | null>(null);
  const log = useRef<HTMLDivElement>(null);

  useEffect(() => {
    if (isShown) log.current?.scrollTo({ top: log.current.scrollHeight });
  }, [entries, isShown]);
  useEffect(() => () => running?.abort(), [running]);

  function add(entry: Entry) {
    setEntries((all) => [...all.slice(1 - MOST_ENTRIES), entry]);
  }
  function settle(changes: Partial<Entry>) {
    setEntries((all) => all.map((entry, index) => (index === all.length - 1 ? { ...entry, ...changes } : entry)));
  }
  function restart() {
    setSession({ earlier: [], folder: START, seed: String(Math.floor(Math.random() * 1e9)) });
  }

  async function run(command: string) {
    setPast(({ commands }) => {
      const kept = commands.at(-1) === command ? commands : [...commands, command];
      return { commands: kept, at: kept.length };
    });
    if (command === "clear") return setEntries([]);
    if (command === "history") return add({ folder: session.folder, command, output: past.commands.map((one, index) => `${String(index + 1).padStart(5)}  ${one}\n`).join(""), status: 0, note: null });
    add({ folder: session.folder, command, output: "", status: null, note: null });
    if (!fitsSession(session.earlier, command)) {
      restart();
      return settle({ note: t("consoleFull") });
    }
    const abort = new AbortController();
    setRunning(abort);
    const answer = await askConsole(path, { files: document.writableTexts(), earlier: [...session.earlier], command, seed: session.seed }, locale, abort.signal);
    if (abort.signal.aborted) return;
    setRunning(null);
    switch (answer.kind) {
      case "said":
        settle({ output: answer.output, status: answer.status, note: answer.hasEnded ? t("consoleEnded", { status: String(answer.status) }) : null });
        return answer.hasEnded ? restart() : setSession({ ...session, earlier: [...session.earlier, command], folder: answer.folder });
      case "stopped":
        return settle({ output: answer.output, note: t(({ "timed-out": "consoleTimedOut", "too-much-output": "consoleTooMuch", "out-of-memory": "consoleMemory", errored: "consoleFailed", crashed: "consoleFailed" } as const)[answer.reason]) });
      case "problem":
        return settle({ note: answer.message });
    }
  }

  function onSubmit(event: FormEvent) {
    event.preventDefault();
    const command = draft.trim();
    if (command === "" || running) return;
    setDraft("");
    void run(command);
  }

  function recall(step: number) {
    const at = Math.min(past.commands.length, Math.max(0, past.at + step));
    setPast({ ...past, at });
    setDraft(past.commands[at] ?? "");
  }

  function onKeyDown(event: KeyboardEvent<HTMLInputElement>) {
    const isControl = event.ctrlKey && !event.altKey && !event.metaKey && !event.shiftKey;
    const hasSelection = event.currentTarget.selectionStart !== event.currentTarget.selectionEnd || !(getSelection()?.isCollapsed ?? true);
    if (event.key === "ArrowUp" || event.key === "ArrowDown") recall(event.key === "ArrowUp" ? -1 : 1);
    else if (isControl && event.key.toLowerCase() === "l") setEntries((all) => (running ? all.slice(-1) : []));
    // With something selected it copies, as everywhere.
    else if (isControl && event.key.toLowerCase() === "c" && !hasSelection) stop();
    else return;
    event.preventDefault();
  }

  function stop() {
    if (running) {
      running.abort();
      setRunning(null);
      return settle({ output: "^C\n", note: t("consoleStopped") });
    }
    if (draft !== "") add({ folder: session.folder, command: `${draft}^C`, output: "", status: 130, note: null });
    setDraft("");
  }

  return (
    <div className="shell-console">
      <div className="console-log" role="log" aria-label={t("console")} tabIndex={0} ref={log}>
        <p className="muted small">{t("consoleWhat")}</p>
        {entries.map((entry, index) => (
          <div className="console-entry" key={index}>
            <p className="console-command"><span className="console-prompt">{showInvisible(entry.folder)} $</span> <code>{showInvisible(entry.command)}</code></p>
            {entry.output !== "" && <pre>{showInvisible(entry.output)}</pre>}
            {(entry.note !== null || (entry.status !== null && entry.status !== 0)) && (
              <p className="console-note small">{entry.note ?? t("consoleStatus", { status: String(entry.status ?? 0) })}</p>
            )}
          </div>
        ))}
        {running && <p className="console-note small muted">{t("consoleRunning")}</p>}
      </div>
      <form className="console-line" onSubmit={onSubmit}>
        <span className="console-prompt" aria-hidden="true">{showInvisible(session.folder)} $</span>
        <input
          aria-label={t("consoleCommand")} value={draft} onChange={(event) => setDraft(event.target.value)} onKeyDown={onKeyDown}
          autoCapitalize="off" autoComplete="off" autoCorrect="off" spellCheck={false} enterKeyHint="send"
        />
        <button type="button" className="button quiet small" onClick={() => { restart(); setEntries([]); }} disabled={running !== null}>{t("consoleNew")}</button>
      </form>
    </div>
  );
}
