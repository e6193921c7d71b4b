/** Files and variables as messages, and back. What comes from the learner's side is read field by field. */
import { FileError } from "./shell/files.ts";
import type { Files } from "./shell/files.ts";
import type { Shell } from "./shell/shell.ts";
import { IndexedArray } from "./shell/variables.ts";
import type { Value } from "./shell/variables.ts";
import { SHARED_FOLDERS, WORKSPACE } from "./messages.ts";
import type { FileChange, Printed, SharedVariable, ToJudge } from "./messages.ts";

const MOST_FILES = 5_000;
const isShared = (path: string): boolean => SHARED_FOLDERS.some((folder) => path === folder || path.startsWith(`${folder}/`));

/** What has changed since the last time, in both sides' folders. `secret` paths are left out. */
export function takeChanges(files: Files, secret: ReadonlySet<string>): FileChange[] {
  const changes: FileChange[] = [];
  for (const path of files.takeChanges().sort()) {
    if (!isShared(path) || secret.has(path)) continue;
    const node = files.find(path, false);
    if (node === undefined) changes.push({ path, node: null });
    else if (node.type === "file") changes.push({ path, node: { type: "file", bytes: node.bytes, mode: node.mode } });
    else if (node.type === "folder") changes.push({ path, node: { type: "folder", mode: node.mode } });
    else changes.push({ path, node: { type: "link", target: node.target } });
  }
  return changes;
}

export function applyChanges(files: Files, changes: readonly FileChange[], secret: ReadonlySet<string>): void {
  for (const { path, node } of changes.slice(0, MOST_FILES)) {
    if (!isShared(path) || secret.has(path) || files.normalize("/", path) !== path) continue;
    try {
      const before = files.find(path, false);
      if (before !== undefined && (node === null || node.type === "link" || before.type !== node.type)) {
        // A folder goes with all that is in it, but not with what is the judge's.
        if ([...secret].some((one) => one.startsWith(`${path}/`))) continue;
        files.remove(path, true);
      }
      if (node === null) continue;
      if (node.type === "folder") {
        files.makeFolder(path, true);
        files.change(path, { mode: node.mode });
      } else {
        files.makeFolder(path.slice(0, path.lastIndexOf("/")), true);
        if (node.type === "link") files.makeLink(node.target, path);
        else {
          if (before?.type === "file") files.change(path, { mode: 0o644 });
          files.writeBytes(path, node.bytes, node.mode);
        }
      }
    } catch (error) {
      if (!(error instanceof FileError)) throw error;
    }
  }
  files.takeChanges();
}

export function shareVariable(shell: Shell, name: string): SharedVariable | null {
  const variable = shell.variables.find(name);
  if (variable === undefined) return null;
  const { value, exported } = variable;
  return { name, value: packValue(value), associative: variable.kind === "associative", exported };
}
export function packValue(value: Value): SharedVariable["value"] {
  if (value === null || typeof value === "string") return value;
  return value instanceof Map ? [...value] : value.indices().map((index) => [String(index), value.get(index) ?? ""]);
}
export function unpackValue({ value, associative }: SharedVariable): Value {
  if (value === null || typeof value === "string") return value;
  if (associative) return new Map(value);
  const array = new IndexedArray();
  for (const [key, item] of value) if (/^\d{1,9}$/.test(key)) array.set(Number(key), item);
  return array;
}

const isText = (value: unknown): value is string => typeof value === "string";
const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === "object" && value !== null && !Array.isArray(value);
const list = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);

function readFiles(value: unknown): FileChange[] {
  return list(value).filter(isRecord).flatMap(({ path, node }): FileChange[] => {
    if (!isText(path)) return [];
    if (!isRecord(node)) return [{ path, node: null }];
    const mode = Number(node["mode"]) & 0o7777;
    if (node["type"] === "file" && isText(node["bytes"])) return [{ path, node: { type: "file", bytes: node["bytes"], mode } }];
    if (node["type"] === "folder") return [{ path, node: { type: "folder", mode } }];
    return node["type"] === "link" && isText(node["target"]) ? [{ path, node: { type: "link", target: node["target"] } }] : [];
  });
}
function readPrinted(value: unknown): Printed {
  return list(value).flatMap((one): Printed => (Array.isArray(one) && isText(one[1]) ? [[one[0] === 2 ? 2 : 1, one[1]]] : []));
}
function readVariables(value: unknown): SharedVariable[] {
  return list(value).filter(isRecord).flatMap(({ name, value: given, associative, exported }): SharedVariable[] => {
    if (!isText(name) || !/^[A-Za-z_]\w*$/.test(name)) return [];
    const read = given === null || isText(given) ? given : list(given).flatMap((pair): [string, string][] => (Array.isArray(pair) && isText(pair[0]) && isText(pair[1]) ? [[pair[0], pair[1]]] : []));
    return [{ name, value: read, associative: associative === true, exported: exported === true }];
  });
}
const readPlace = (value: unknown): { path: string; line: number } | null => (isRecord(value) && isText(value["path"]) && Number.isSafeInteger(value["line"]) ? { path: value["path"], line: value["line"] as number } : null);

/** A message of the learner's side; null when it is none. */
export function readToJudge(text: string): ToJudge | null {
  let body: unknown;
  try {
    body = JSON.parse(text);
  } catch {
    return null;
  }
  if (!isRecord(body)) return null;
  const status = Number.isInteger(body["status"]) ? (body["status"] as number) & 255 : 1;
  switch (body["type"]) {
    case "ready": {
      const place = readPlace(body["problem"]);
      return { type: "ready", problem: place === null ? null : { ...place, message: isRecord(body["problem"]) ? String(body["problem"]["message"]) : "" } };
    }
    case "answer": return {
      type: "answer", status, exited: body["exited"] === true, cut: body["cut"] === true, printed: readPrinted(body["printed"]), stdinLeft: Number(body["stdinLeft"]) || 0, variables: readVariables(body["variables"]),
      functions: list(body["functions"]).filter(isText).slice(0, 1_000), library: Number(body["library"]) || 0, cwd: isText(body["cwd"]) ? body["cwd"] : WORKSPACE, files: readFiles(body["files"]), complaint: readPlace(body["complaint"]),
    };
    case "call": return { type: "call", name: String(body["name"]), args: list(body["args"]).filter(isText), stdin: isText(body["stdin"]) ? body["stdin"] : "", files: readFiles(body["files"]) };
    case "limit": return { type: "limit", reason: String(body["reason"]), message: String(body["message"]).slice(0, 500) };
    default: return null;
  }
}
