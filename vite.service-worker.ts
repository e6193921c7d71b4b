import { createHash } from "node:crypto";
import { build } from "esbuild";
import type { Plugin } from "vite";

const ENTRY = "app/features/offline/service-worker.ts";

/**
 * Bundles the service worker into one file of a fixed name beside the built pages. It carries the name of the build, so
 * that browsers take in a new one with every change of the pages.
 */
export function serviceWorkerByEsbuild(): Plugin {
  return {
    name: "service-worker-by-esbuild",
    apply: (_config, { command, isSsrBuild }) => command === "build" && !isSsrBuild,
    async generateBundle(_options, bundle) {
      const version = createHash("sha256").update(Object.keys(bundle).sort().join("\n")).digest("hex").slice(0, 12);
      const { outputFiles } = await build({
        entryPoints: [ENTRY], bundle: true, minify: true, write: false, format: "iife", target: "es2022", legalComments: "none", logLevel: "silent",
        define: { "process.env.NODE_ENV": '"production"' },
        banner: { js: `/* build ${version} */` },
      });
      this.emitFile({ type: "asset", fileName: "service-worker.js", source: outputFiles[0]?.contents ?? "" });
    },
  };
}
