/** YAML of authors as plain values that remember their lines. Pure: text in, value and faults out. */
import { isMap, isNode, isPair, isScalar, isSeq, LineCounter, parseDocument, type Document } from "yaml";
import type { MarkdownText } from "./catalog.ts";

/** A fault without its file. */
export interface YamlFault {
  line: number;
  message: string;
  fix: string;
}

export type FieldPath = readonly (string | number)[];

export interface ParsedYaml {
  /** Null when it could not be read; then `faults` says why. */
  data: Record<string, unknown> | null;
  faults: YamlFault[];
  /** Line of the file on which a field stands, or of the nearest thing around it. */
  lineOf(path: FieldPath): number;
}

export interface FrontMatterFile extends ParsedYaml {
  body: MarkdownText;
}

const OPENING = /^---[ \t]*\r?\n/;
const CLOSING = /^---[ \t]*$/m;
const YAML_FIX = 'Check the indentation, and put quotes around text that holds ": " or begins with a special character.';

/** Splits a markdown file into its front matter (between two lines of `---`) and its text. */
export function parseFrontMatterFile(source: string): FrontMatterFile {
  const opening = OPENING.exec(source);
  if (!opening) {
    const message = source.trim() === "" ? "The file is empty." : "The file has no front matter.";
    return {
      ...failed(1, message, "Begin the file with a line `---`, the fields, and another line `---`."),
      body: { source, firstLine: 1 },
    };
  }
  const rest = source.slice(opening[0].length);
  const closing = CLOSING.exec(rest);
  if (!closing) {
    return {
      ...failed(1, "The front matter has no end.", "Write a line `---` after the last field."),
      body: { source: "", firstLine: 1 },
    };
  }
  const yaml = rest.slice(0, closing.index);
  const body = rest.slice(closing.index + closing[0].length).replace(/^\r?\n/, "");
  const yamlLines = countLines(yaml);
  return { ...parseYaml(yaml, 2), body: { source: body, firstLine: yamlLines + 3 } };
}

/** Parses YAML that must be a map of fields. `firstLine` is the line of the file on which it begins. */
export function parseYaml(source: string, firstLine = 1): ParsedYaml {
  const lines = new LineCounter();
  const document = parseDocument(source, { lineCounter: lines, prettyErrors: false, schema: "core", strict: true });
  const toLine = (offset: number) => Math.max(1, lines.linePos(offset).line) + firstLine - 1;
  const lineOf = (path: FieldPath) => {
    const offset = findOffset(document, path);
    return offset === null ? Math.max(1, firstLine - 1) : toLine(offset);
  };
  const troubles = [...document.errors, ...document.warnings];
  if (troubles.length > 0) {
    return {
      data: null,
      faults: troubles.map((trouble) => ({
        line: toLine(trouble.pos[0]),
        message: `This is not good YAML: ${trouble.message.split("\n")[0] ?? "it can't be read"}.`.replace(/\.\.$/, "."),
        fix: YAML_FIX,
      })),
      lineOf,
    };
  }
  let value: unknown;
  try {
    // Anchors that multiply are refused: few files need one, and a handful of lines could ask for gigabytes.
    value = document.toJS({ maxAliasCount: 50 });
  } catch (error) {
    return { ...failed(firstLine, `This YAML can't be read: ${error instanceof Error ? error.message : "unknown"}.`, "Write values out instead of using anchors (`&`, `*`)."), lineOf };
  }
  if (value === null || value === undefined) return { data: {}, faults: [], lineOf };
  if (typeof value !== "object" || Array.isArray(value)) {
    return { ...failed(firstLine, "Fields were expected, such as `title: …`.", "Write one field on each line: its name, a colon, a space, its value."), lineOf };
  }
  return { data: Object.fromEntries(Object.entries(value)), faults: [], lineOf };
}

function failed(line: number, message: string, fix: string): ParsedYaml {
  return { data: null, faults: [{ line, message, fix }], lineOf: () => line };
}

function countLines(text: string): number {
  return text === "" ? 0 : text.split("\n").length - (text.endsWith("\n") ? 1 : 0);
}

/** Offset of the key at `path`, or of the deepest thing on the way that exists. */
function findOffset(document: Document, path: FieldPath): number | null {
  let node: unknown = document.contents;
  let offset: number | null = null;
  for (const step of path) {
    if (isMap(node)) {
      const pair = node.items.find((item) => isPair(item) && isScalar(item.key) && String(item.key.value) === String(step));
      if (!pair) return offset;
      if (isNode(pair.key) && pair.key.range) offset = pair.key.range[0];
      node = pair.value;
    } else if (isSeq(node) && typeof step === "number") {
      const item: unknown = node.items[step];
      if (isNode(item) && item.range) offset = item.range[0];
      node = item;
    } else {
      return offset;
    }
  }
  return offset;
}
