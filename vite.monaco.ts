import { basename } from "node:path";
import { build, type BuildOptions, type OutputFile, type Plugin as EsbuildPlugin } from "esbuild";
import type { Plugin } from "vite";

/** The one module that imports Monaco. */
const MONACO = /\/monaco\.client\.ts$/;

const options = {
  bundle: true,
  minify: true,
  write: false,
  format: "esm",
  target: "es2022",
  outdir: "assets",
  entryNames: "[name]-[hash]",
  assetNames: "[name]-[hash]",
  loader: { ".ttf": "file" },
  legalComments: "none",
  logLevel: "silent",
} satisfies BuildOptions;

/**
 * Bundles Monaco and its workers with esbuild. They are most of what the browser can load, finished long ago, and no
 * page's code is in them; Rollup would take minutes to parse and weigh them at every build, esbuild takes seconds.
 * In development Vite serves them as they are.
 */
export function monacoByEsbuild(): Plugin {
  return {
    name: "monaco-by-esbuild",
    apply: "build",
    enforce: "pre",
    async load(id, { ssr } = {}) {
      if (ssr || !MONACO.test(id)) return null;
      const files: OutputFile[] = [];
      const bundle = await build({ ...options, entryPoints: [id], metafile: true, plugins: [bundleWorkers(files)] });
      files.push(...bundle.outputFiles);
      for (const file of files) this.emitFile({ type: "asset", fileName: `assets/${basename(file.path)}`, source: file.contents });

      const nameOf = (ending: string) => basename(bundle.outputFiles.find(({ path }) => path.endsWith(ending))?.path ?? "");
      const exported = Object.values(bundle.metafile.outputs).flatMap((output) => (output.entryPoint ? output.exports : []));
      return { code: writeLoader(nameOf(".js"), nameOf(".css"), exported), map: null, moduleSideEffects: true };
    },
  };
}

/** Loads the style and the script beside this chunk, and exports what the script exports. */
function writeLoader(script: string, style: string, exported: readonly string[]): string {
  return `
    const here = import.meta.url;
    const link = document.createElement("link");
    link.rel = "stylesheet";
    link.href = new URL(${JSON.stringify(style)}, here).href;
    const styled = new Promise((resolve) => { link.onload = link.onerror = resolve; });
    document.head.append(link);
    const script = new URL(${JSON.stringify(script)}, here).href;
    const [bundle] = await Promise.all([import(/* @vite-ignore */ script), styled]);
    ${exported.map((name) => `export const ${name} = bundle.${name};`).join("\n")}
  `;
}

/** What Vite does for `?worker`: a file of its own, and a class that starts it. */
function bundleWorkers(files: OutputFile[]): EsbuildPlugin {
  return {
    name: "workers",
    setup({ onResolve, onLoad }) {
      onResolve({ filter: /\?worker$/ }, ({ path, resolveDir }) => ({ path, namespace: "worker", pluginData: resolveDir }));
      onLoad({ filter: /./, namespace: "worker" }, async ({ path, pluginData }) => {
        const entry = path.replace(/\?worker$/, "");
        const { outputFiles } = await build({ ...options, stdin: { contents: `import ${JSON.stringify(entry)};`, resolveDir: String(pluginData), sourcefile: `${basename(entry)}.js` }, entryNames: `${basename(entry)}-[hash]` });
        files.push(...outputFiles);
        const name = basename(outputFiles.find((file) => file.path.endsWith(".js"))?.path ?? "");
        const contents = `const url = new URL(${JSON.stringify(name)}, import.meta.url); export default class { constructor() { return new Worker(url, { type: "module" }); } }`;
        return { contents, loader: "js" };
      });
    },
  };
}
