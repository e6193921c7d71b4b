/** Names that a test file imports from its neighbours, so that a missing export is `undefined` there, as in jest and vitest. */

export interface TestImport {
  specifier: string;
  name: string;
}

const IMPORT = /\bimport\s+(?!type\b)([\w$]+\s*,?\s*)?(?:\{([^{}]*)\}\s*)?from\s*["']([^"']+)["']/g;

/** Reads the usual forms. What it overlooks is reported by the engine as a missing export, which is only less kind. */
export function listTestImports(source: string): TestImport[] {
  const found: TestImport[] = [];
  for (const [, standard, names, specifier] of source.matchAll(IMPORT)) {
    if (specifier === undefined) continue;
    if (standard !== undefined && standard.trim() !== "") found.push({ specifier, name: "default" });
    for (const part of (names ?? "").split(",")) {
      const name = part.replace(/\/\/.*$/gm, "").trim().replace(/^type\s+.*$/, "").replace(/\s+as\s+.*$/s, "").trim();
      if (/^[\w$]+$/.test(name)) found.push({ specifier, name });
    }
  }
  return found;
}

/** The names that `source` takes from a library; null when it may use the library in another way than by names. */
export function listLibraryNames(source: string, specifier: string): string[] | null {
  let statements = 0;
  for (const found of source.matchAll(IMPORT)) if (found[3] === specifier) statements += 1;
  const mentions = source.split(`"${specifier}"`).length + source.split(`'${specifier}'`).length + source.split(`\`${specifier}\``).length - 3;
  if (mentions !== statements || /\\[ux]/.test(source)) return null;
  return listTestImports(source).filter((one) => one.specifier === specifier).map(({ name }) => name);
}
