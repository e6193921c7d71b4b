import { showInvisible } from "../reviews/show-invisible.ts";
import { markDifferences, type TableText } from "./table-text.ts";
import { useMessages } from "../../i18n/use-messages.ts";
import { messages } from "./messages.ts";

/** One side of a comparison of tables; cells that the other side has not are marked. */
export function ResultTable({ table, other, label }: { table: TableText; other: TableText | null; label: string }) {
  const t = useMessages(messages);
  const differs = other === null ? null : markDifferences(table, other);
  return (
    <div className="result-table" role="region" aria-label={label} tabIndex={0}>
      <table>
        <thead>
          <tr>{table.columns.map((column, index) => <th key={index} scope="col"><bdi>{showInvisible(column)}</bdi></th>)}</tr>
        </thead>
        <tbody>
          {table.rows.map((row, at) => (
            <tr key={at}>
              {row.map((cell, column) => <td key={column}>{differs?.[at]?.[column] ? <mark><bdi>{showInvisible(cell)}</bdi></mark> : <bdi>{showInvisible(cell)}</bdi>}</td>)}
            </tr>
          ))}
          {table.rows.length === 0 && <tr><td className="muted" colSpan={Math.max(1, table.columns.length)}>{t("noRows")}</td></tr>}
        </tbody>
      </table>
      {table.note !== "" && <p className="small muted">{showInvisible(table.note)}</p>}
    </div>
  );
}
