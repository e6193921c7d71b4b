/** The code of the two bash realms as text. Only what runs in an isolate is in it: Node's modules are left out. */
import { fileURLToPath } from "node:url";
import { bundleSource } from "../../bundle.ts";

/** `file` is `judge-realm.ts` or `learner-realm.ts`; the text is an expression whose value is its export `name`. */
export function bundleShell(file: "judge-realm.ts" | "learner-realm.ts", name: "bootJudge" | "bootLearner"): Promise<string> {
  return bundleSource(fileURLToPath(new URL(`./${file}`, import.meta.url)), name, {
    platform: "browser", minifySyntax: true, minifyWhitespace: true,
    define: { "process.env.NODE_ENV": '"production"' },
    plugins: [{
      name: "no-node",
      setup(build) {
        build.onResolve({ filter: /^node:/ }, ({ path }) => ({ path, namespace: "absent" }));
        build.onLoad({ filter: /.*/, namespace: "absent" }, () => ({ contents: "module.exports = {};", loader: "js" }));
      },
    }],
  });
}
