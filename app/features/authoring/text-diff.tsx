import { showInvisible } from "../reviews/show-invisible.ts";
import type { TextDiff } from "./diff-texts.ts";

/** A difference line by line, with numbers of both sides. Texts are printed, never interpreted. */
export function TextDiffView({ diff, label }: { diff: TextDiff; label: string }) {
  if (diff.isTooDifferent) return <p className="panel-part small muted">Nearly everything is different: open the file to read it whole.</p>;
  if (diff.hunks.length === 0) return <p className="panel-part small muted">No lines differ.</p>;
  return (
    <div className="teach-diff" tabIndex={0} role="region" aria-label={`Differences of ${label}`}>
      <table>
        <thead className="sr-only"><tr><th scope="col">Line before</th><th scope="col">Line after</th><th scope="col">Change</th><th scope="col">Text</th></tr></thead>
        {diff.hunks.map((hunk, index) => (
          <tbody key={index}>
            {hunk.map((line, at) => (
              <tr key={at} className={line.kind}>
                <td className="number">{line.oldLine}</td>
                <td className="number">{line.newLine}</td>
                <td className="sign">{line.kind === "added" ? <><span aria-hidden="true">+</span><span className="sr-only">added</span></> : line.kind === "removed" ? <><span aria-hidden="true">−</span><span className="sr-only">removed</span></> : null}</td>
                <td><code dir="ltr">{showInvisible(line.text) || " "}</code></td>
              </tr>
            ))}
          </tbody>
        ))}
      </table>
    </div>
  );
}
