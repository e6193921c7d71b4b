import { formatPoints } from "./format-points.ts";
import type { Outcome } from "./review.ts";

/** A decided rubric: each criterion with the level it got. */
export function OutcomeTable({ outcome }: { outcome: Outcome }) {
  return (
    <table className="data outcome">
      <caption className="sr-only">The rubric's result</caption>
      <thead><tr><th scope="col">Criterion</th><th scope="col">Level</th><th scope="col" className="number">Points</th></tr></thead>
      <tbody>
        {outcome.criteria.map(({ id, title, levelTitle, points, maxPoints }) => (
          <tr key={id}>
            <th scope="row">{title}</th>
            <td>{levelTitle ?? <span className="muted">not judged</span>}</td>
            <td className="number">{levelTitle === null ? "–" : formatPoints(points)} <span className="muted">of {formatPoints(maxPoints)}</span></td>
          </tr>
        ))}
      </tbody>
      <tfoot><tr><th scope="row" colSpan={2}>Together</th><td className="number"><b>{formatPoints(outcome.points)}</b> <span className="muted">of {formatPoints(outcome.maxPoints)}</span></td></tr></tfoot>
    </table>
  );
}
