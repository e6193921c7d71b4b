/**
 * CommonJS files: those that say `module.exports` or `require` and neither `import` nor `export`. Each becomes a module whose
 * first line stays its first line. What it requires is loaded before it, whether or not the call is reached.
 */
import { listTestImports } from "./test-imports.ts";

/** The export under which a module made of a CommonJS file has its `module.exports`, as in Node. */
export const MODULE_EXPORTS = "module.exports";

export function isCommonJs(path: string, source: string): boolean {
  if (!/\.c?js$/.test(path) || /^[ \t]*(?:import\b[^(]|export\b)/m.test(source)) return false;
  return /\bmodule\s*\.\s*exports\b|\bexports\s*\.\s*[\w$]+\s*=|\brequire\s*\(/.test(source);
}

/** What it may require, by the text in quotes. */
export function listRequired(source: string): string[] {
  return [...new Set([...source.matchAll(/\brequire\s*\(\s*(["'`])([^"'`\n]+)\1\s*\)/g)].map((found) => found[2] as string))];
}

/** How a required file's value is taken from the module that was made of it. */
export type Taking = "default" | "namespace";

/** Imports and a `require` that answers with them, as the beginning of a line. Specifiers that `taking` does not know throw when they are required. */
export function requireHeader(source: string, taking: (specifier: string) => Taking | null): string {
  const known = listRequired(source).flatMap((specifier) => {
    const how = taking(specifier);
    return how === null ? [] : [{ specifier: JSON.stringify(specifier), how }];
  });
  const imports = known.map(({ specifier }, i) => `import * as required${i} from ${specifier};`).join(" ");
  const cases = known.map(({ specifier, how }, i) =>
    `case ${specifier}: return ${how === "default" ? `required${i}.default` : `"${MODULE_EXPORTS}" in required${i} ? required${i}["${MODULE_EXPORTS}"] : required${i}`};`).join(" ");
  return `${imports} const require = (name) => { switch (name) { ${cases} default: throw new Error("Cannot find module '" + name + "': only the files beside this one can be required"); } }; `;
}

/** Whether a test file without a `require` of its own uses it. */
export function usesRequire(source: string): boolean {
  return /\brequire\s*\(\s*["'`]/.test(source) && !/\b(?:const|let|var|function)\s+require\b|\bimport\s+require\b/.test(source);
}

/** `names`: what others import from it by name. */
export function wrapCommonJs(source: string, names: ReadonlySet<string>, taking: (specifier: string) => Taking | null): string {
  const exported = [...new Set([...names, ...listAssigned(source)])].filter((name) => name !== "default" && name !== MODULE_EXPORTS);
  const footer = exported.map((name, i) => `const exported${i} = own.exports?.[${JSON.stringify(name)}]; export { exported${i} as ${JSON.stringify(name)} };`).join(" ");
  return `${requireHeader(source, taking)}const own = { exports: {} }; (function (module, exports) { ${source}
}).call(own.exports, own, own.exports); const whole = own.exports; export { whole as default, whole as "${MODULE_EXPORTS}" }; ${footer}`;
}

/** Names that it assigns to its exports in the usual ways. */
function listAssigned(source: string): string[] {
  const names = [...source.matchAll(/\bexports\s*\.\s*([A-Za-z_$][\w$]*)\s*=/g)].map((found) => found[1] as string);
  const object = /\bmodule\s*\.\s*exports\s*=\s*\{([^{}]*)\}/.exec(source)?.[1] ?? "";
  for (const part of object.split(",")) {
    const name = /^\s*(?:async\s+)?([A-Za-z_$][\w$]*)\s*(?:[:(]|$)/.exec(part.replace(/\/\/.*$/gm, ""))?.[1];
    if (name !== undefined) names.push(name);
  }
  return names;
}

/** What `importer` imports by name from the file that `means` recognizes. */
export function namesImported(importer: string, means: (specifier: string) => boolean): string[] {
  return listTestImports(importer).filter(({ specifier }) => means(specifier)).map(({ name }) => name);
}
