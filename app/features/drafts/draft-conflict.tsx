import { useState } from "react";
import type { Files } from "../../catalog/catalog.ts";
import { useMessages } from "../../i18n/use-messages.ts";
import { messages } from "./messages.ts";
import { buildSideBySide } from "./side-by-side.ts";

interface DraftConflictProps {
  mine: Files;
  theirs: Files;
  onKeepMine: () => void;
  onTakeTheirs: () => void;
}

/** Two texts of one draft, and the person decides. Whatever they choose, the other is kept among the earlier versions. */
export function DraftConflict({ mine, theirs, onKeepMine, onTakeTheirs }: DraftConflictProps) {
  const t = useMessages(messages);
  const [isOpen, setOpen] = useState(false);
  return (
    <section className="draft-conflict notice attention" role="alert" aria-label={t("conflictLabel")}>
      <p>
        <strong>{t("conflictTitle")}</strong> {t("conflictHelp")}
      </p>
      <p className="draft-conflict-choices">
        <button type="button" className="button small primary" onClick={onKeepMine}>{t("keepMine")}</button>
        <button type="button" className="button small" onClick={onTakeTheirs}>{t("takeTheirs")}</button>
        <button type="button" className="button small" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>{isOpen ? t("hideBoth") : t("showBoth")}</button>
      </p>
      {isOpen && <BothTexts mine={mine} theirs={theirs} />}
    </section>
  );
}

/** The files that differ, side by side. */
export function BothTexts({ mine, theirs }: { mine: Files; theirs: Files }) {
  const t = useMessages(messages);
  const paths = [...new Set([...Object.keys(mine), ...Object.keys(theirs)])].filter((path) => mine[path] !== theirs[path]);
  return (
    <>
      {paths.map((path) => (
        <div key={path} className="both-texts table-wrap" tabIndex={0} role="region" aria-label={t("bothTexts", { path })}>
          <table>
            <caption className="small">{path}</caption>
            <thead>
              <tr><th scope="col">{t("mine")}</th><th scope="col">{t("theirs")}</th></tr>
            </thead>
            <tbody>
              {buildSideBySide(mine[path] ?? "", theirs[path] ?? "").map((row, index) => (
                <tr key={index} className={row.isSame ? undefined : "differs"}>
                  <td>{row.mine !== null && <code>{row.isSame ? "  " : "− "}{row.mine}</code>}</td>
                  <td>{row.theirs !== null && <code>{row.isSame ? "  " : "+ "}{row.theirs}</code>}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      ))}
    </>
  );
}
