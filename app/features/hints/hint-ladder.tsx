import { useEffect, useRef, type FormEvent } from "react";
import { useMessages } from "../../i18n/use-messages.ts";
import { Prose } from "../../ui/prose.tsx";
import { useActAs } from "../accounts/use-act-as.ts";
import { messages } from "./messages.ts";
import type { Hints } from "./use-hints.ts";

/** Hints one above the other: the open ones, and a button for the next. A plain form where no scripts run. */
export function HintLadder({ path, hints }: { path: string; hints: Hints }) {
  const t = useMessages(messages);
  const actAs = useActAs();
  const last = useRef<HTMLElement>(null);
  const { count, opened, next, justOpened } = hints;

  useEffect(() => {
    if (justOpened !== null) last.current?.focus();
  }, [justOpened]);

  if (count === 0) return null;

  function onSubmit(event: FormEvent) {
    event.preventDefault();
    if (!hints.isOpening) void hints.open();
  }

  return (
    <section className="hint-ladder" aria-label={t("region")} id="hints">
      {opened.length > 0 && (
        <ol>
          {opened.map(({ number, title, html }) => (
            <li key={number} id={`hint-${number}`}>
              <details open={number === opened.length}>
                <summary ref={number === justOpened ? last : undefined}><span className="hint-number">{t("hintOf", { number: String(number), count: String(count) })}</span>{title !== "" && <b> {title}</b>}</summary>
                <Prose html={html} />
              </details>
            </li>
          ))}
        </ol>
      )}
      {next !== null && (
        <form method="post" action={actAs(`${path}/hints`)} onSubmit={onSubmit} className="hint-next">
          <input type="hidden" name="number" value={next} />
          <button className="button small" aria-disabled={hints.isOpening}>{hints.isOpening ? t("opening") : t("show", { number: String(next), count: String(count) })}</button>
          {opened.length === 0 && <span className="small muted">{t("free")}</span>}
        </form>
      )}
      <p className="hint-said small muted" role="status">{hints.hasFailed ? t("failed") : justOpened !== null ? (next === null ? t("all") : t("opened", { number: String(justOpened), count: String(count) })) : ""}</p>
    </section>
  );
}
