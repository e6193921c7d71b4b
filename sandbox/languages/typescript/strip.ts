/** TypeScript to JavaScript, in the worker: types are blanked, so lines stay where they are. Types are not checked. */
import { SourceMap, stripTypeScriptTypes } from "node:module";

export interface Stripped {
  code: string;
  /** Line n of `code` (counted from 0) comes from this line of the source; null when lines are the same. */
  lines: number[] | null;
}

/** Throws a SyntaxError with a message for the learner when the file is not TypeScript. */
export function stripTypes(source: string): Stripped {
  try {
    return { code: dropUnusedImports(stripTypeScriptTypes(source, { mode: "strip" })), lines: null };
  } catch (error) {
    if ((error as { code?: unknown }).code !== "ERR_UNSUPPORTED_TYPESCRIPT_SYNTAX") throw readable(error);
  }
  // Enums, namespaces and parameter properties stand for code: then lines move and a map brings them back.
  let transformed: string;
  try {
    transformed = stripTypeScriptTypes(source, { mode: "transform", sourceMap: true, sourceUrl: "" });
  } catch (error) {
    throw readable(error);
  }
  const [code, map] = splitMap(transformed);
  return { code: dropUnusedImports(code), lines: map === null ? null : linesOf(code, map) };
}

function readable(error: unknown): Error {
  const message = (error instanceof Error ? error.message : String(error)).split("\n", 1)[0] ?? "";
  const stack = error instanceof Error ? (error.stack ?? "") : "";
  // The first line of the stack is the place, `file:line`; there is no other field for it.
  const line = /^[^\n]*:(\d+)\n/.exec(stack)?.[1];
  return new SyntaxError(`SyntaxError: ${message}${line === undefined ? "" : ` (line ${line})`}`);
}

const MAP = /\n\/\/# sourceMappingURL=data:application\/json;base64,([A-Za-z0-9+/=]+)\s*$/;
function splitMap(code: string): [string, SourceMap | null] {
  const found = MAP.exec(code);
  if (found === null) return [code, null];
  const payload = JSON.parse(Buffer.from(found[1] as string, "base64").toString("utf8")) as ConstructorParameters<typeof SourceMap>[0];
  return [code.slice(0, found.index), new SourceMap(payload)];
}

function linesOf(code: string, map: SourceMap): number[] {
  const lines: number[] = [];
  let last = 1;
  code.split("\n").forEach((text, line) => {
    // The first mapped column of the line; a line without one belongs to the line before.
    const entry = map.findEntry(line, Math.max(0, text.length - text.trimStart().length));
    if ("originalLine" in entry && entry.generatedLine === line) last = entry.originalLine + 1;
    lines.push(last);
  });
  return lines;
}

/**
 * TypeScript drops imports that are used as types only, also without `import type`. Blanking types leaves them, and the module
 * would ask for an export that does not exist. A name that stands nowhere else in the code is taken out.
 */
export function dropUnusedImports(code: string): string {
  return code.replace(/(^|\n)([ \t]*import\s+)((?:[\w$]+\s*,\s*)?)\{([^{}]*)\}(\s*from\s*["'])/g,
    (whole, start: string, keyword: string, standard: string, names: string, rest: string, offset: number) => {
      const others = code.slice(0, offset) + code.slice(offset + whole.length);
      const kept = names.split(",").map((name) => {
        const local = /(?:\bas\s+)?([\w$]+)\s*$/.exec(name)?.[1];
        if (local === undefined) return name;
        return new RegExp(`(?<![\\w$.])${local.replaceAll("$", "\\$")}(?![\\w$])`).test(others) ? name : name.replace(/[^\n]/g, " ");
      });
      const clause = joinNames(kept);
      return `${start}${keyword}${standard}{${clause}}${rest}`;
    });
}
/** Commas only between names that are left, line breaks where they were. */
function joinNames(names: string[]): string {
  let text = "";
  let any = false;
  for (const name of names) {
    if (name.trim() === "") text += name;
    else {
      text += any ? `,${name}` : name;
      any = true;
    }
  }
  return text;
}
