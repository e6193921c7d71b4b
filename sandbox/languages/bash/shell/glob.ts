/** Patterns of file names. */
import { patternSource, compile } from "./patterns.ts";
import type { Shell } from "./shell.ts";
import { ExpansionFailure } from "./control.ts";

/** The paths that fit, sorted; the text itself when there are none. */
export async function expandPath(shell: Shell, pattern: string, text: string): Promise<string[]> {
  const absolute = pattern.startsWith("/");
  const segments = splitPath(pattern);
  let found: string[] = [absolute ? "/" : ""];
  for (const [index, segment] of segments.entries()) {
    const last = index === segments.length - 1;
    const next: string[] = [];
    for (const base of found) next.push(...step(shell, base, segment, last));
    found = next;
    if (found.length === 0) break;
  }
  if (found.length > 0) {
    const slash = pattern.endsWith("/") ? "/" : "";
    const { files } = shell.system;
    const kept = slash === "" ? found : found.filter((path) => files.isFolder(files.normalize(shell.cwd, path)));
    return kept.map((path) => path + slash).sort((a, b) => compareNames(a, b));
  }
  if (shell.shopt.has("nullglob")) return [];
  if (shell.shopt.has("failglob")) {
    await shell.complain(`no match: ${text}`);
    throw new ExpansionFailure(text);
  }
  return [text];
}

/** As a shell of the C.UTF-8 locale sorts. */
export function compareNames(left: string, right: string): number {
  return left < right ? -1 : left > right ? 1 : 0;
}

function splitPath(pattern: string): string[] {
  const segments: string[] = [];
  let current = "";
  let depth = 0;
  for (let i = 0; i < pattern.length; i += 1) {
    const character = pattern.charAt(i);
    if (character === "\\") {
      current += character + pattern.charAt(i + 1);
      i += 1;
      continue;
    }
    if (character === "(") depth += 1;
    if (character === ")") depth -= 1;
    if (character === "/" && depth <= 0) {
      if (current !== "") segments.push(current);
      current = "";
    } else current += character;
  }
  if (current !== "") segments.push(current);
  return segments;
}

function step(shell: Shell, base: string, segment: string, last: boolean): string[] {
  const { files } = shell.system;
  const folder = files.normalize(shell.cwd, base === "" ? "." : base);
  const join = (name: string): string => (base === "" ? name : base.endsWith("/") ? base + name : `${base}/${name}`);
  if (!/[*?[]|[@+!]\(/.test(segment.replace(/\\./g, ""))) {
    const name = segment.replace(/\\(.)/g, "$1");
    return files.find(files.normalize(folder, name), false) === undefined ? [] : [join(name)];
  }
  if (!files.isFolder(folder)) return [];
  if (segment === "**" && shell.shopt.has("globstar")) {
    const below = files.list(folder).filter(([path, node]) => (last || node.type === "folder") && !path.slice(folder.length).includes("/.")).map(([path]) => join(path.slice(folder === "/" ? 1 : folder.length + 1)));
    return last ? [...(base === "" ? [] : [base]), ...below] : [base, ...below];
  }
  const expression = compile(`^(?:${patternSource(segment, { extended: shell.shopt.has("extglob"), path: true })})$`, shell.shopt.has("nocaseglob") ? "sui" : "su");
  const hidden = segment.startsWith(".") || segment.startsWith("\\.");
  const names = files.names(folder).filter((name) => (name.startsWith(".") ? hidden || shell.shopt.has("dotglob") : true) && expression.test(name));
  return names.filter((name) => last || files.isFolder(`${folder}/${name}`)).map(join);
}
