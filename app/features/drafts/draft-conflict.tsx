import { useState } from "react";
import type { Files } from "../../catalog/catalog.ts";
import { buildSideBySide } from "./side-by-side.ts";

interface DraftConflictProps {
  mine: Files;
  theirs: Files;
  onKeepMine: () => void;
  onTakeTheirs: () => void;
}

/** Two texts of one draft, and the person decides. Whatever they choose, the other is kept among the earlier versions. */
export function DraftConflict({ mine, theirs, onKeepMine, onTakeTheirs }: DraftConflictProps) {
  const [isOpen, setOpen] = useState(false);
  return (
    <section className="draft-conflict notice attention" role="alert" aria-label="Changed in another tab">
      <p>
        <strong>Another tab or device saved this lab meanwhile.</strong> Nothing was overwritten. Which text do you want to go on with? The other one is kept.
      </p>
      <p className="draft-conflict-choices">
        <button type="button" className="button small primary" onClick={onKeepMine}>Keep mine</button>
        <button type="button" className="button small" onClick={onTakeTheirs}>Take theirs</button>
        <button type="button" className="button small" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>{isOpen ? "Hide both" : "Look at both"}</button>
      </p>
      {isOpen && <BothTexts mine={mine} theirs={theirs} />}
    </section>
  );
}

/** The files that differ, side by side. */
export function BothTexts({ mine, theirs }: { mine: Files; theirs: Files }) {
  const paths = [...new Set([...Object.keys(mine), ...Object.keys(theirs)])].filter((path) => mine[path] !== theirs[path]);
  return (
    <>
      {paths.map((path) => (
        <div key={path} className="both-texts table-wrap" tabIndex={0} role="region" aria-label={`${path}, both texts`}>
          <table>
            <caption className="small">{path}</caption>
            <thead>
              <tr><th scope="col">Mine, in this tab</th><th scope="col">Theirs, saved elsewhere</th></tr>
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
