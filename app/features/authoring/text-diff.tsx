import { useMessages } from "../../i18n/use-messages.ts";
import { showInvisible } from "../reviews/show-invisible.ts";
import type { TextDiff } from "./diff-texts.ts";
import { messages } from "./publish-messages.ts";

/** A difference line by line, with numbers of both sides. Texts are printed, never interpreted. */
export function TextDiffView({ diff, label }: { diff: TextDiff; label: string }) {
  const t = useMessages(messages);
  if (diff.isTooDifferent) return <p className="panel-part small muted">{t("tooDifferent")}</p>;
  if (diff.hunks.length === 0) return <p className="panel-part small muted">{t("noLinesDiffer")}</p>;
  return (
    <div className="teach-diff" tabIndex={0} role="region" aria-label={t("differencesOf", { label })}>
      <table>
        <thead className="sr-only"><tr><th scope="col">{t("lineBefore")}</th><th scope="col">{t("lineAfter")}</th><th scope="col">{t("change")}</th><th scope="col">{t("text")}</th></tr></thead>
        {diff.hunks.map((hunk, index) => (
          <tbody key={index}>
            {hunk.map((line, at) => (
              <tr key={at} className={line.kind}>
                <td className="number">{line.oldLine}</td>
                <td className="number">{line.newLine}</td>
                <td className="sign">{line.kind === "added" ? <><span aria-hidden="true">+</span><span className="sr-only">{t("added")}</span></> : line.kind === "removed" ? <><span aria-hidden="true">−</span><span className="sr-only">{t("removed")}</span></> : null}</td>
                <td><code dir="ltr">{showInvisible(line.text) || " "}</code></td>
              </tr>
            ))}
          </tbody>
        ))}
      </table>
    </div>
  );
}
