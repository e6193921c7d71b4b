/** The code of the judge's pages as text: happy-dom without Node's modules, network and scripts of its own, and ours around it. */
import { fileURLToPath } from "node:url";
import type { Plugin } from "esbuild";
import { bundleSource } from "../../bundle.ts";

const here = (file: string): string => fileURLToPath(new URL(file, import.meta.url));

/** Parts of happy-dom (by path in its `lib/`) that are ours instead. The first that fits counts. */
const REPLACED: readonly (readonly [RegExp, string])[] = [
  [/\/fetch\/ResourceFetch\.js$/, "stand-ins/resource-fetch.ts"],
  [/\/nodes\/element\/ElementEventAttributeUtility\.js$/, "stand-ins/event-attributes.ts"],
  [/\/browser\/utilities\/BrowserFrameNavigator\.js$/, "stand-ins/navigator.ts"],
  [/\/cookie\/urilities\/CookieDomainUtility\.js$/, "stand-ins/cookie-domain.ts"],
  [/\/fetch\/(?!Abort(?:Controller|Signal)\.js|Headers\.js|types\/|preload\/PreloadUtility)/, "stand-ins/no-network.ts"],
  [/\/(?:module|javascript|web-socket|xml-http-request)\//, "stand-ins/no-network.ts"],
  [/\/window\/(?:VMGlobalPropertyScript|WindowPageOpenUtility|CrossOriginBrowserWindow)\.js$/, "stand-ins/no-network.ts"],
  [/\/browser\/utilities\/(?:BrowserFrameScriptEvaluator|BrowserExceptionObserver)\.js$/, "stand-ins/no-network.ts"],
];

const replaceParts: Plugin = {
  name: "page-parts",
  setup(build) {
    // Every package besides happy-dom's own small ones is Node's, or one that reads files and sockets.
    build.onResolve({ filter: /^(?:node:)?(?:buffer|crypto|url|util|vm|net|stream|stream\/web|perf_hooks|http|https|fs|path|zlib|child_process)$|^(?:ws|buffer-image-size)$/ },
      () => ({ path: here("stand-ins/node.ts") }));
    build.onResolve({ filter: /\.js$/ }, ({ path, importer, resolveDir }) => {
      if (!importer.includes("/happy-dom/lib/")) return undefined;
      const whole = fileURLToPath(new URL(path, `file://${resolveDir}/`));
      const replaced = REPLACED.find(([pattern]) => pattern.test(whole.slice(whole.lastIndexOf("/happy-dom/lib/"))));
      return replaced === undefined ? undefined : { path: here(replaced[1]) };
    });
  },
};

/** One expression whose value is `bootPages` of `page/pages.ts`. */
export function bundlePages(): Promise<string> {
  return bundleSource(here("page/pages.ts"), "bootPages", {
    plugins: [replaceParts], inject: [here("stand-ins/node-globals.ts")], mainFields: ["module", "main"], conditions: ["module"], minifySyntax: true, minifyWhitespace: true,
    define: { "process.platform": '"linux"', "process.arch": '"x64"', "process.execArgv": "[]", "process.versions": "{}", "import.meta.url": '""' },
  });
}
