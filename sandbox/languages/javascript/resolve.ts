/** Paths of the flat workspace. Nothing outside it exists. */

const ENDINGS = ["", ".ts", ".js", ".mjs", ".mts", ".cjs", ".cts", ".tsx", ".jsx", ".json", "/index.ts", "/index.js"];

/** The file that `specifier` means in `from`, among those that `exists` admits; null when there is none. */
export function resolvePath(specifier: string, from: string, exists: (path: string) => boolean): string | null {
  if (!/^\.\.?\//.test(specifier)) return null;
  const parts = from.split("/").slice(0, -1);
  for (const part of specifier.split("/")) {
    if (part === "." || part === "") continue;
    if (part === "..") {
      // Above the workspace there is nothing, and Exercism's `./` and `../` both mean it.
      parts.pop();
      continue;
    }
    parts.push(part);
  }
  const base = parts.join("/");
  for (const ending of ENDINGS) if (exists(base + ending)) return base + ending;
  // TypeScript lets one write the name that the compiled file would have.
  const source = base.replace(/\.([cm]?)js(x?)$/, ".$1ts$2");
  if (source !== base && exists(source)) return source;
  const script = base.replace(/\.([cm]?)ts(x?)$/, ".$1js$2");
  return script !== base && exists(script) ? script : null;
}
