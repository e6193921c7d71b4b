/** Checks fields against their schema and words every fault for an author: what is wrong, and what to write. */
import { z } from "zod";
import { buildFault, quoteForMessage, type Finding } from "./findings.ts";
import type { FieldPath, ParsedYaml } from "./front-matter.ts";
import { findNearestWord } from "./nearest-word.ts";

type Issue = z.core.$ZodIssue;

/** The checked value, or null with at least one finding. */
export interface CheckedFields<T> {
  value: T | null;
  findings: Finding[];
}

/**
 * @param file path for the findings
 * @param written the parsed file: lines come from it
 * @param data what is checked: the file's own fields, with inherited ones added
 */
export function checkFields<T extends z.ZodType>(
  schema: T,
  file: string,
  written: ParsedYaml,
  data: Readonly<Record<string, unknown>>,
): CheckedFields<z.output<T>> {
  const result = schema.safeParse(data);
  if (result.success) return { value: result.data, findings: [] };
  return { value: null, findings: result.error.issues.flatMap((issue) => wordIssue(schema, issue, file, written, data)) };
}

/**
 * Like `checkFields`, but faulty fields fall back to their defaults and a missing title to `fallbackTitle`: a
 * course or module with a typing error stays reachable, with its findings.
 */
export function checkFieldsOrRecover<T extends z.ZodType>(
  schema: T,
  file: string,
  written: ParsedYaml,
  fallback: Readonly<Record<string, unknown>>,
): { value: z.output<T>; findings: Finding[] } {
  const data = written.data ?? {};
  const first = checkFields(schema, file, written, data);
  if (first.value !== null) return { value: first.value, findings: [] };
  const faulty = new Set(first.findings.map((finding) => finding.field?.split(/[.[]/)[0]));
  const kept = Object.fromEntries(Object.entries(data).filter(([name]) => !faulty.has(name)));
  return { value: schema.parse({ ...fallback, ...kept }), findings: written.data === null ? [] : first.findings };
}

function wordIssue(schema: z.ZodType, issue: Issue, file: string, written: ParsedYaml, data: unknown): Finding[] {
  const path = issue.path.filter((step) => typeof step !== "symbol");
  if (issue.code === "unrecognized_keys") {
    return issue.keys.map((key) => {
      const known = namesAt(schema, path);
      const nearest = findNearestWord(key, known);
      return buildFault({
        file,
        line: written.lineOf([...path, key]),
        field: formatField([...path, quoteForMessage(key)]),
        message: `There is no field \`${quoteForMessage(key)}\` here.`,
        fix: nearest ? `Did you mean \`${nearest}\`?` : `Remove it. The fields are ${known.map((name) => `\`${name}\``).join(", ")}.`,
      });
    });
  }
  const field = formatField(path);
  const value = readPath(data, path);
  const meaning = describeAt(schema, path);
  const at = { file, line: written.lineOf(path), field };
  if (value === undefined) {
    return [buildFault({ ...at, message: `\`${field}\` is missing.`, fix: `Add \`${field}:\`. ${meaning}`.trim() })];
  }
  const { message, fix } = wordFault(issue, field, value);
  return [buildFault({ ...at, message, fix: `${fix} ${meaning}`.trim() })];
}

function wordFault(issue: Issue, field: string, value: unknown): { message: string; fix: string } {
  const shown = `\`${field}\` is ${showValue(value)}`;
  switch (issue.code) {
    case "invalid_type":
      return { message: `${shown}, where ${TYPE_NAMES[issue.expected] ?? issue.expected} is expected.`, fix: `Write ${TYPE_NAMES[issue.expected] ?? issue.expected}.` };
    case "invalid_value": {
      const known = issue.values.map(String);
      const nearest = typeof value === "string" ? findNearestWord(value, known) : null;
      return {
        message: `${shown}, which is not one of ${known.map((name) => `\`${name}\``).join(", ")}.`,
        fix: nearest ? `Did you mean \`${nearest}\`?` : `Write one of ${known.map((name) => `\`${name}\``).join(", ")}.`,
      };
    }
    case "too_big":
      return issue.origin === "string" || issue.origin === "array"
        ? { message: `\`${field}\` is too long.`, fix: `At most ${issue.maximum} ${issue.origin === "string" ? "characters" : "entries"}.` }
        : { message: `${shown}; the most is ${issue.maximum}.`, fix: `Write ${issue.maximum} or less.` };
    case "too_small":
      if (issue.origin === "string") return { message: `\`${field}\` is empty.`, fix: "Write something." };
      if (issue.origin === "array") return { message: `\`${field}\` has too few entries.`, fix: `At least ${issue.minimum}.` };
      return { message: `${shown}; the least is ${issue.minimum}.`, fix: `Write ${issue.minimum} or more.` };
    case "invalid_format":
      return { message: `${shown}, which is not written as expected.`, fix: "Use lower-case letters, digits and hyphens." };
    default:
      return { message: `${shown}, which can't be used.`, fix: "Write it as the manual shows (`rung manual`)." };
  }
}

const TYPE_NAMES: Record<string, string> = {
  string: "text",
  number: "a number",
  int: "a whole number",
  boolean: "`true` or `false`",
  array: "a list",
  object: "a group of fields",
};

function showValue(value: unknown): string {
  if (value === null) return "empty";
  if (Array.isArray(value)) return "a list";
  if (typeof value === "object") return "a group of fields";
  if (typeof value === "string") return `the text "${quoteForMessage(value)}"`;
  return quoteForMessage(String(value));
}

/** `levels[2].title`, as an author would say it. */
export function formatField(path: FieldPath): string {
  return path.reduce<string>((text, step) => (typeof step === "number" ? `${text}[${step}]` : text === "" ? step : `${text}.${step}`), "");
}

function readPath(data: unknown, path: FieldPath): unknown {
  let value = data;
  for (const step of path) {
    if (typeof value !== "object" || value === null || !Object.hasOwn(value, step)) return undefined;
    value = (value as Record<string | number, unknown>)[step];
  }
  return value;
}

/** The schema under wrappers such as a default. */
function unwrap(schema: unknown): unknown {
  let inner = schema;
  while (inner instanceof z.ZodOptional || inner instanceof z.ZodDefault) inner = inner.unwrap();
  return inner;
}

function schemaAt(schema: z.ZodType, path: FieldPath): { schema: unknown; meaning: string } {
  let current: unknown = schema;
  let meaning = "";
  for (const step of path) {
    const inner = unwrap(current);
    if (inner instanceof z.ZodObject) current = inner.shape[String(step)];
    else if (inner instanceof z.ZodArray) current = inner.element;
    else return { schema: null, meaning };
    meaning = describeSchema(current) || meaning;
  }
  return { schema: unwrap(current), meaning };
}

/** The description of a field, also when it stands on the schema inside a wrapper. */
export function describeSchema(schema: unknown): string {
  let inner = schema;
  while (inner instanceof z.ZodType) {
    if (inner.description) return inner.description;
    if (!(inner instanceof z.ZodOptional || inner instanceof z.ZodDefault)) return "";
    inner = inner.unwrap();
  }
  return "";
}

function describeAt(schema: z.ZodType, path: FieldPath): string {
  return schemaAt(schema, path).meaning;
}

function namesAt(schema: z.ZodType, path: FieldPath): string[] {
  const found = schemaAt(schema, path).schema;
  return found instanceof z.ZodObject ? Object.keys(found.shape) : [];
}
