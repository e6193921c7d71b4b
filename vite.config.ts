import { vitePlugin as remix } from "@remix-run/dev";
import tailwindcss from "@tailwindcss/vite";
import { defineConfig } from "vite";
import remixOptions from "./remix.config.js";
import { monacoByEsbuild } from "./vite.monaco.ts";
import { precompress } from "./vite.precompress.ts";
import { serviceWorkerByEsbuild } from "./vite.service-worker.ts";

export default defineConfig({
  plugins: [monacoByEsbuild(), serviceWorkerByEsbuild(), precompress(), tailwindcss(), remix(remixOptions)],
  // Two development servers of one checkout need a cache each.
  cacheDir: process.env.VITE_CACHE_DIR,
  server: { middlewareMode: true },
  worker: { format: "es" },
  ssr: { external: ["better-sqlite3", "isolated-vm", "@node-rs/argon2"] },
  optimizeDeps: {
    // Remix's two compilers share one cache in development: without these lists server packages reach the
    // client's optimizer and the page reloads without end.
    exclude: [
      "@lucia-auth/adapter-drizzle", "@node-rs/argon2", "@remix-run/node", "@shikijs/rehype", "better-sqlite3", "drizzle-orm",
      "isolated-vm", "lucia", "shiki", "unified", "rehype-autolink-headings", "rehype-katex", "rehype-sanitize", "rehype-slug", "rehype-stringify",
      "remark-directive", "remark-frontmatter", "remark-gfm", "remark-math", "remark-parse", "remark-rehype", "unist-util-visit",
      "hast-util-to-string", "mdast-util-to-string", "yaml", "pino", "node-diff3", "prom-client", "rate-limiter-flexible", "temporal-polyfill", "ical-generator", "nodemailer", "pdfkit", "jose", "fflate",
    ],
    include: [
      "@remix-run/react", "react", "react/jsx-dev-runtime", "react-dom/client", "diff", "lucide-react", "zod",
      // Each entry that app/ui/code-editor/monaco.client.ts imports: found late, they would reload the page.
      "monaco-editor/editor", "monaco-editor/features/register.all", "sql-formatter",
      ...["typescript", "html", "css", "json"].map((name) => `monaco-editor/languages/features/${name}/register`),
      ...["javascript", "typescript", "python", "sql", "shell", "markdown", "yaml", "html", "css"].map((name) => `monaco-editor/languages/definitions/${name}/register`),
    ],
  },
  build: { target: "es2022" },
});
