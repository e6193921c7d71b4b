import { formatPoints } from "./format-points.ts";
import type { Outcome } from "./review.ts";
import { useMessages } from "../../i18n/use-messages.ts";
import { messages } from "./messages.ts";

/** A decided rubric: each criterion with the level it got. */
export function OutcomeTable({ outcome }: { outcome: Outcome }) {
  const t = useMessages(messages);
  return (
    <table className="data outcome">
      <caption className="sr-only">{t("rubricResult")}</caption>
      <thead><tr><th scope="col">{t("criterion")}</th><th scope="col">{t("level")}</th><th scope="col" className="number">{t("points")}</th></tr></thead>
      <tbody>
        {outcome.criteria.map(({ id, title, levelTitle, points, maxPoints }) => (
          <tr key={id}>
            <th scope="row">{title}</th>
            <td>{levelTitle ?? <span className="muted">{t("notJudged")}</span>}</td>
            <td className="number">{levelTitle === null ? "–" : formatPoints(points)} <span className="muted">{t("ofMax", { max: formatPoints(maxPoints) })}</span></td>
          </tr>
        ))}
      </tbody>
      <tfoot><tr><th scope="row" colSpan={2}>{t("together")}</th><td className="number"><b>{formatPoints(outcome.points)}</b> <span className="muted">{t("ofMax", { max: formatPoints(outcome.maxPoints) })}</span></td></tr></tfoot>
    </table>
  );
}
