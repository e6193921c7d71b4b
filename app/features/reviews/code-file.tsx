import { useEffect, useRef, useState, type KeyboardEvent, type ReactNode } from "react";
import { CommentList, commentsAt } from "./comment-list.tsx";
import type { CommentView, FileView } from "./review-view.ts";
import { useMessages } from "../../i18n/use-messages.ts";
import { messages } from "./messages.ts";

export interface LineRef {
  path: string;
  line: number;
}

interface CodeFileProps {
  file: FileView;
  /** Index of the file in the hand-in: part of the lines' ids. */
  index: number;
  /** Tells the lines of two hand-ins on one page apart. */
  idPrefix?: string;
  /** What the file is a part of, where a page has several of one name. */
  part?: string;
  comments: readonly CommentView[];
  now: Date;
  canWithdraw?: boolean;
  /** Where a line's number leads: the same page with the line's form open. Null: lines take no words. */
  openHref: ((line: number) => string) | null;
  onOpen?: (line: number) => void;
  /** Line below which `form` stands. */
  openLine: number | null;
  form?: ReactNode;
  /** What a line's number does, e.g. "Comment on line". */
  action: string;
  /** A link below what was said at a line, e.g. "Answer"; without it there is none. */
  reply?: string;
}

/** A handed-in file with numbered lines; comments stand below their line. With scripts, arrows go from line to line. */
export function CodeFile({ file, index, idPrefix = "L", part, comments, now, canWithdraw = false, openHref, onOpen, openLine, form, action, reply }: CodeFileProps) {
  const t = useMessages(messages);
  const lines = useRef<HTMLDivElement>(null);
  // Before scripts run every number can be reached by Tab; then one can, and the arrows reach the others.
  const [focusLine, setFocusLine] = useState<number | null>(null);
  useEffect(() => setFocusLine(openLine ?? 1), [openLine]);

  function moveTo(line: number) {
    const target = lines.current?.querySelector<HTMLElement>(`[data-line="${line}"]`);
    if (!target) return;
    setFocusLine(line);
    target.focus();
  }

  function onKeyDown(event: KeyboardEvent<HTMLDivElement>) {
    const at = event.target instanceof HTMLElement ? Number(event.target.dataset.line) : NaN;
    if (!at || event.altKey || event.ctrlKey || event.metaKey) return;
    const steps: Record<string, number> = { ArrowDown: at + 1, ArrowUp: at - 1, j: at + 1, k: at - 1, Home: 1, End: file.lines.length, PageDown: Math.min(at + 20, file.lines.length), PageUp: Math.max(at - 20, 1) };
    const to = steps[event.key];
    if (to === undefined) return;
    event.preventDefault();
    moveTo(to);
  }

  return (
    <section className="code-file sheet" aria-label={part ? `${file.path}, ${part}` : file.path}>
      <h3 className="code-file-head"><bdi>{file.path}</bdi> <span className="small muted">{t("lines", { count: file.lines.length })}</span></h3>
      {file.hasInvisible && <p className="code-file-note small">{t.rich("invisible", { mark: (words) => <span key="mark" className="token-invisible">{words}</span> })}</p>}
      <div className="code-lines" ref={lines} onKeyDown={onKeyDown} tabIndex={-1}>
        {file.lines.map(({ html }, lineIndex) => {
          const line = lineIndex + 1;
          const said = commentsAt(comments, { path: file.path, line });
          return (
            <div key={line} className={said.length > 0 || openLine === line ? "code-line marked" : "code-line"} id={`${idPrefix}${index}-${line}`}>
              {openHref ? (
                <a
                  className="code-number" href={openHref(line)} data-line={line} aria-label={`${action} ${line}`}
                  tabIndex={focusLine === null || focusLine === line ? undefined : -1}
                  onFocus={() => setFocusLine(line)}
                  onClick={(event) => {
                    if (!onOpen || event.ctrlKey || event.metaKey || event.shiftKey) return;
                    event.preventDefault();
                    onOpen(line);
                  }}
                >
                  {line}
                </a>
              ) : <span className="code-number">{line}</span>}
              <code dir="ltr" dangerouslySetInnerHTML={{ __html: html === "" ? " " : html }} />
              {(said.length > 0 || openLine === line) && (
                <div className="line-talk">
                  <CommentList comments={said} now={now} canWithdraw={canWithdraw} />
                  {openLine === line && form}
                  {reply && openHref && openLine !== line && (
                    <p className="line-reply">
                      <a className="small" href={openHref(line)} aria-label={t("replyTo", { reply, line: String(line) })} onClick={(event) => { if (onOpen) { event.preventDefault(); onOpen(line); } }}>{reply}</a>
                    </p>
                  )}
                </div>
              )}
            </div>
          );
        })}
      </div>
      {file.linesLeftOut > 0 && <p className="code-file-note small">{t("linesLeftOut", { count: String(file.linesLeftOut) })}</p>}
    </section>
  );
}
