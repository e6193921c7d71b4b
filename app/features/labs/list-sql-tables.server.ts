import { isBusy } from "../../../sandbox/contract.ts";
import type { Lab } from "../../catalog/catalog.ts";
import type { Deps } from "../../deps.server.ts";
import { buildTablesScript, NAMES_SCRIPT, readTableNames, readTables, TABLES_A_RUN, type SqlTable } from "./sql-tables.ts";

export type SqlTablesAnswer = { kind: "tables"; tables: SqlTable[] } | { kind: "busy"; retryAfterMs: number };

/** Tables of labs that have been looked at since the content was read: they are the author's, the same for everybody. */
const known = new WeakMap<Lab, Promise<SqlTablesAnswer>>();

/** The file that asks; the judge wants a reference of the same name. */
const FILE = "look.sql";
/** The head of a data set says how results are compared; here only its tables count. */
const HEAD_LINE = /^--\s*(?:case|ordered|names|types|check)\s*:.*$/gim;

/** Tables, columns and first rows of an SQL lab's first visible data set; of other labs none. Asked of the sandbox once. */
export async function listSqlTables(deps: Pick<Deps, "sandbox">, lab: Lab): Promise<SqlTablesAnswer> {
  const asked = known.get(lab) ?? look(deps, lab);
  known.set(lab, asked);
  const answer = await asked;
  // The next one asks again.
  if (answer.kind === "busy") known.delete(lab);
  return answer;
}

/** The same if it is known, or comes to be within `patienceMs`; null otherwise. For a page that must not wait. */
export async function findSqlTables(deps: Pick<Deps, "sandbox">, lab: Lab, { patienceMs }: { patienceMs: number }): Promise<SqlTable[] | null> {
  if (lab.language !== "sql") return null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<null>((resolve) => {
    timer = setTimeout(() => resolve(null), patienceMs);
  });
  const answer = await Promise.race([listSqlTables(deps, lab), late]);
  clearTimeout(timer);
  return answer?.kind === "tables" ? answer.tables : null;
}

async function look({ sandbox }: Pick<Deps, "sandbox">, lab: Lab): Promise<SqlTablesAnswer> {
  const dataSet = lab.tests.find(({ group, path }) => group === "visible" && path.endsWith(".sql"));
  if (lab.language !== "sql" || !dataSet) return { kind: "tables", tables: [] };
  const text = dataSet.text.replace(HEAD_LINE, "--");
  let retryAfterMs = 0;
  async function ask(script: string): Promise<string> {
    // The last result is compared with the reference's and so printed elsewhere: one more statement keeps all of them together.
    const answer = await sandbox.grade({
      language: "sql", files: { [FILE]: `${script}\nSELECT 1;` }, reference: { [FILE]: "SELECT 1;" }, tests: [{ path: dataSet?.path ?? FILE, text, group: "visible" }], limits: lab.limits, priority: "preview",
    });
    if (isBusy(answer)) {
      retryAfterMs = answer.retryAfterMs;
      return "";
    }
    return answer.tests[0]?.output ?? "";
  }
  const names = readTableNames(await ask(NAMES_SCRIPT));
  const tables: SqlTable[] = [];
  for (let at = 0; at < names.length && retryAfterMs === 0; at += TABLES_A_RUN) {
    const some = names.slice(at, at + TABLES_A_RUN);
    tables.push(...readTables(some, await ask(buildTablesScript(some))));
  }
  return retryAfterMs > 0 ? { kind: "busy", retryAfterMs } : { kind: "tables", tables };
}
