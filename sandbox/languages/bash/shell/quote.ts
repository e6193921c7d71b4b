/** Quoting of texts so that the shell reads them back: `printf %q`, `${x@Q}`, `declare -p`. Pure. */
import { IndexedArray } from "./variables.ts";
import type { Variable } from "./variables.ts";

const control = (text: string): string => `$'${text.replace(/[\\']/g, "\\$&").replace(/\n/g, "\\n").replace(/\t/g, "\\t").replace(/\r/g, "\\r").replace(/[\x00-\x1f\x7f]/g, (one) => `\\${one.charCodeAt(0).toString(8).padStart(3, "0")}`)}'`;

/** In single quotes. */
export function quoteWord(text: string): string {
  return /[\x00-\x1f\x7f]/.test(text) ? control(text) : `'${text.replaceAll("'", "'\\''")}'`;
}
/** With backslashes, as `printf %q`. */
export function quoteBackslash(text: string): string {
  if (text === "") return "''";
  return /[\x00-\x1f\x7f]/.test(text) ? control(text) : text.replace(/[^A-Za-z0-9_@%+=:,./\u0080-\uffff-]/g, "\\$&").replace(/^~/, "\\~");
}
function quoteDouble(text: string): string {
  return /[\x00-\x08\x0b-\x1f\x7f\n]/.test(text) ? control(text) : `"${text.replace(/[\\"$`]/g, "\\$&")}"`;
}

/** One line of `declare -p`. */
export function declaration(name: string, variable: Variable): string {
  const flags = `${variable.kind === "indexed" ? "a" : ""}${variable.kind === "associative" ? "A" : ""}${variable.integer ? "i" : ""}${variable.lower ? "l" : ""}${variable.reference ? "n" : ""}${variable.readonly ? "r" : ""}${variable.upper ? "u" : ""}${variable.exported ? "x" : ""}`;
  const { value } = variable;
  const head = `declare -${flags === "" ? "-" : flags} ${name}`;
  if (value === null) return head;
  if (typeof value === "string") return `${head}=${quoteDouble(value)}`;
  const items = value instanceof IndexedArray ? value.indices().map((index) => `[${index}]=${quoteDouble(value.get(index) ?? "")}`) : [...value].map(([key, item]) => `[${/^[A-Za-z0-9_]+$/.test(key) ? key : quoteDouble(key)}]=${quoteDouble(item)}`);
  return `${head}=(${items.join(" ")}${value instanceof Map && items.length > 0 ? " " : ""})`;
}
