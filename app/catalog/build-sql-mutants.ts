/** Small faults in a SQL script, one at a time: what data sets should notice. Pure. */
import { MUTANTS_PER_FILE, type Mutant } from "./build-mutants.ts";
import { drawEvenly, lineAt } from "./mutant-parts.ts";

interface Token {
  kind: "word" | "number" | "text" | "sign" | "other";
  text: string;
  start: number;
}

/** Comments and blanks are passed over; names in quotes are `other`. */
const TOKEN = /--[^\n]*|\/\*[\s\S]*?(?:\*\/|$)|\s+|(?<text>'(?:[^']|'')*')|"(?:[^"]|"")*"|`[^`]*`|\[[^\]]*\]|(?<number>\d+(?:\.\d+)?)(?![\w.])|(?<word>[A-Za-z_]\w*)|(?<sign><>|!=|<=|>=|==|\|\||->>?|[<>=+\-*/%])|./gsu;

const SIGNS: Readonly<Record<string, readonly string[]>> = {
  "<": ["<=", ">="], "<=": ["<", ">"], ">": [">=", "<="], ">=": [">", "<"],
  "=": ["<>"], "==": ["<>"], "<>": ["="], "!=": ["="], "+": ["-"], "-": ["+"], "*": ["/"], "/": ["*"], "%": ["*"],
};
const WORDS: Readonly<Record<string, string>> = {
  AND: "OR", OR: "AND", MIN: "max", MAX: "min", SUM: "count", AVG: "sum", EXCEPT: "INTERSECT", INTERSECT: "EXCEPT", EXISTS: "NOT EXISTS",
};
/** Only an order that is looked at can be wrong. */
const ORDERS: Readonly<Record<string, string>> = { DESC: "ASC", ASC: "DESC" };

/** @param isOrdered whether any data set looks at the order of rows */
export function buildSqlMutants(path: string, text: string, { isOrdered, most = MUTANTS_PER_FILE }: { isOrdered: boolean; most?: number }): Mutant[] {
  if (!path.endsWith(".sql")) return [];
  const tokens = readTokens(text);
  const mutants: Mutant[] = [];
  const add = (token: Token, length: number, replacement: string, change: string): void => {
    mutants.push({ path, line: lineAt(text, token.start), change, text: text.slice(0, token.start) + replacement + text.slice(token.start + length) });
  };
  tokens.forEach((token, index) => {
    const [before, next] = [tokens[index - 1], tokens[index + 1]];
    const become = (other: string): void => add(token, token.text.length, other, `\`${token.text}\` becomes \`${other}\``);
    const upper = token.text.toUpperCase();
    const after = next?.text.toUpperCase() ?? "";
    if (token.kind === "number") become(String(Number(token.text) + 1));
    else if (token.kind === "text") become(token.text === "''" ? "'mutated'" : "''");
    else if (token.kind === "sign") {
      // `count(*)`, `t.*` and `SELECT *` are no product; a sign before a value is no difference.
      const isBetween = before !== undefined && next !== undefined && isOperand(before) && (isOperand(next) || next.text === "(");
      for (const other of isBetween && !isAssignment(tokens, index) ? (SIGNS[token.text] ?? []) : []) become(other);
    } else if (token.kind === "word") {
      if (upper === "LEFT" && after === "JOIN") add(token, token.text.length, "", "`LEFT JOIN` becomes `JOIN`");
      else if (upper === "JOIN" && !/^(?:LEFT|OUTER|RIGHT|FULL|CROSS|NATURAL)$/.test(before?.text.toUpperCase() ?? "")) become("LEFT JOIN");
      else if (upper === "DISTINCT") add(token, token.text.length, "", "`DISTINCT` is removed");
      else if (upper === "UNION" && after === "ALL") add(token, (next as Token).start + 3 - token.start, "UNION", "`UNION ALL` becomes `UNION`");
      else if (upper === "UNION") become("UNION ALL");
      else if (upper === "NOT" && /^(?:NULL|LIKE|IN|EXISTS|BETWEEN)$/.test(after)) add(token, token.text.length, "", `\`NOT ${after}\` loses its \`NOT\``);
      else if (upper === "NULL" && before?.text.toUpperCase() === "IS") become("NOT NULL");
      else if (WORDS[upper] !== undefined && (after === "(" || !/^(?:MIN|MAX|SUM|AVG)$/.test(upper)) && before?.text.toUpperCase() !== "NOT" && !isPartOfBetween(tokens, index)) become(WORDS[upper]);
      else if (isOrdered && ORDERS[upper] !== undefined) become(ORDERS[upper]);
    }
  });
  return drawEvenly(mutants, most);
}

function readTokens(text: string): Token[] {
  const tokens: Token[] = [];
  for (const found of text.matchAll(TOKEN)) {
    const [all] = found;
    if (/^(?:--|\/\*|\s)/.test(all)) continue;
    const groups = found.groups ?? {};
    const kind = (["word", "number", "text", "sign"] as const).find((name) => groups[name] !== undefined) ?? "other";
    tokens.push({ kind, text: all, start: found.index });
  }
  return tokens;
}

const KEYWORDS = /^(?:SELECT|FROM|WHERE|BY|AND|OR|NOT|ON|SET|VALUES|WHEN|THEN|ELSE|CASE|IN|LIKE|IS|DISTINCT|HAVING|LIMIT|OFFSET|BETWEEN|AS|ALL|UNION|RETURNING)$/i;
function isOperand({ kind, text }: Token): boolean {
  return kind === "number" || kind === "text" || (kind === "word" && !KEYWORDS.test(text)) || (kind === "other" && /^[)"`[?]/.test(text));
}

/** The sign in `SET a = 1, b = 2` compares nothing. */
function isAssignment(tokens: readonly Token[], index: number): boolean {
  if (tokens[index]?.text !== "=" || !/^(?:SET|,)$/i.test(tokens[index - 2]?.text ?? "")) return false;
  for (let at = index - 2; at >= 0; at -= 1) {
    const word = tokens[at]?.text.toUpperCase() ?? "";
    if (word === "SET") return true;
    if (/^(?:SELECT|WHERE|FROM|;)$/.test(word)) return false;
  }
  return false;
}

/** The AND of `BETWEEN a AND b` joins no conditions. */
function isPartOfBetween(tokens: readonly Token[], index: number): boolean {
  if (tokens[index]?.text.toUpperCase() !== "AND") return false;
  for (let at = index - 1; at >= 0 && index - at < 12; at -= 1) {
    const word = tokens[at]?.text.toUpperCase();
    if (word === "BETWEEN") return true;
    if (word === "AND" || word === "OR" || word === "WHERE") return false;
  }
  return false;
}
