/** Modules that a program names and a run does not have. Pure. */
import type { Language } from "../../../../sandbox/contract.ts";

/** What test files may import besides files of the exercise. */
const LIBRARIES = /^(?:vitest|@jest\/globals|(?:node:)?(?:assert(?:\/strict)?|test))$/;
const IMPORT = /(?:\bfrom\s+|\bimport\s+|\brequire\s*\(\s*|\bimport\s*\(\s*)["']([^"'\n]{1,100})["']/g;

/**
 * One sentence for each file that imports what is not there, such as `child_process`: its tests can't pass.
 *
 * @param files path and text of those that run
 */
export function listMissingModules(language: Language, known: readonly string[], files: readonly (readonly [path: string, text: string])[]): string[] {
  if (language !== "javascript" && language !== "typescript") return [];
  const stems = new Set(known.flatMap((path) => [path, path.replace(/\.[cm]?[jt]sx?$/, "")]));
  return files.flatMap(([path, text]) => {
    const named = [...text.matchAll(IMPORT)].map(([, name = ""]) => name);
    const missing = [...new Set(named.filter((name) => (name.startsWith(".") ? !isThere(name, path, stems) : !LIBRARIES.test(name))))];
    return missing.length === 0 ? [] : [`\`${path}\` imports ${missing.slice(0, 5).map((name) => `\`${name}\``).join(", ")}, which no run has.`];
  });
}

function isThere(name: string, from: string, stems: ReadonlySet<string>): boolean {
  const steps = from.split("/").slice(0, -1);
  for (const step of name.split("/")) {
    if (step === "..") steps.pop();
    else if (step !== "." && step !== "") steps.push(step);
  }
  const path = steps.join("/");
  return [path, `${path}/index`, path.replace(/\.[cm]?[jt]sx?$/, "")].some((one) => stems.has(one));
}
