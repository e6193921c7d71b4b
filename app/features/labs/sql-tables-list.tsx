import { useMessages } from "../../i18n/use-messages.ts";
import { showInvisible } from "../reviews/show-invisible.ts";
import { ResultTable } from "../submissions/result-table.tsx";
import { messages } from "./desk-messages.ts";
import type { SqlTable } from "./sql-tables.ts";
import type { SqlTablesState } from "./use-sql-tables.ts";

/** So many stand open; of more only the names. */
const MOST_OPEN = 3;

/** The tables of an SQL lab, beside its instructions. */
export function SqlTablesList({ state }: { state: SqlTablesState }) {
  const t = useMessages(messages);
  if (state.kind === "tables" && state.tables.length === 0) return null;
  return (
    <section className="sql-tables" aria-labelledby="sql-tables-title">
      <h2 id="sql-tables-title">{t("tables")}</h2>
      {state.kind === "loading" && <p className="muted small needs-scripts">{t("tablesLoading")}</p>}
      {state.kind !== "tables" && <p className={state.kind === "loading" ? "muted small only-without-scripts" : "muted small"}>{t("tablesNone")}</p>}
      {state.kind === "tables" && (
        <>
          <p className="muted small">{t("tablesWhat")}</p>
          {state.tables.map((table) => <Table key={table.name} table={table} isOpen={state.tables.length <= MOST_OPEN} />)}
        </>
      )}
    </section>
  );
}

function Table({ table, isOpen }: { table: SqlTable; isOpen: boolean }) {
  const t = useMessages(messages);
  const name = showInvisible(table.name);
  return (
    <details className="sql-table" open={isOpen}>
      <summary><code>{name}</code></summary>
      <div className="sql-columns" role="region" tabIndex={0} aria-label={t("columnsOf", { table: name })}>
        <table>
          <thead><tr><th scope="col">{t("column")}</th><th scope="col">{t("type")}</th><th scope="col">{t("rule")}</th></tr></thead>
          <tbody>
            {table.columns.map((column) => (
              <tr key={column.name}>
                <th scope="row"><code>{showInvisible(column.name)}</code></th>
                <td>{showInvisible(column.type.toLowerCase())}</td>
                <td>{[column.isKey && t("key"), column.required && t("required")].filter(Boolean).join(", ")}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <ResultTable table={table.rows} other={null} label={t("firstRows", { table: name })} />
    </details>
  );
}
