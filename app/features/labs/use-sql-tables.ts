import { useEffect, useMemo, useState } from "react";
import type { NameToComplete } from "../../ui/code-editor/editor-types.ts";
import type { SqlTablesAnswer } from "./list-sql-tables.server.ts";
import { listSqlNames, type SqlTable } from "./sql-tables.ts";

export type SqlTablesState = { kind: "tables"; tables: readonly SqlTable[] } | { kind: "loading" } | { kind: "none" };

const TRIES = 4;

/** The tables that came with the page, or those that are fetched after it. */
export function useSqlTables({ path, language, tables }: { path: string; language: string; tables: readonly SqlTable[] | null }): { state: SqlTablesState; names: readonly NameToComplete[] } {
  const [state, setState] = useState<SqlTablesState>(tables ? { kind: "tables", tables } : { kind: "loading" });
  const isWanted = language === "sql" && tables === null;

  useEffect(() => {
    if (!isWanted) return;
    const abort = new AbortController();
    fetchTables(`${path}/tables`, abort.signal).then(
      (found) => setState(found ? { kind: "tables", tables: found } : { kind: "none" }),
      () => !abort.signal.aborted && setState({ kind: "none" }),
    );
    return () => abort.abort();
  }, [isWanted, path]);

  const names = useMemo(() => (state.kind === "tables" ? listSqlNames(state.tables) : []), [state]);
  return { state, names };
}

async function fetchTables(url: string, signal: AbortSignal): Promise<SqlTable[] | null> {
  for (let tries = 1; tries <= TRIES; tries += 1) {
    const response = await fetch(url, { signal, redirect: "manual" });
    const answer = response.headers.get("Content-Type")?.includes("application/json") ? ((await response.json()) as SqlTablesAnswer) : null;
    if (answer?.kind === "tables") return answer.tables;
    if (answer?.kind !== "busy") return null;
    await new Promise((resolve) => setTimeout(resolve, answer.retryAfterMs));
  }
  return null;
}
