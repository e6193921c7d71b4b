/** The code of the two bash realms as text. Only what runs in an isolate is in it: Node's modules are left out. */
import { createRequire } from "node:module";
import { readFile } from "node:fs/promises";
import type * as Esbuild from "esbuild";

/**
 * just-bash 3.4.2 takes the first word of a command as one word even when it is `"$@"` or `"${list[@]}"`, and more. Each of these
 * texts stands exactly once in that version; another version is refused until it has been looked at.
 */
const MENDED: readonly (readonly [before: string, after: string])[] = [
  ["let u=await _e(this.ctx,t.name),f=[],d=[],p=(N,I)=>{",
    'let words=t.name.parts.every(N=>N.type==="Literal")?null:(await dr(this.ctx,t.name)).values;if(words!==null&&words.length===0&&t.args.length===0&&t.name.parts.some(N=>N.type==="DoubleQuoted"))return Q("",this.ctx.state.expansionStderr||"",0);let u=words===null||words.length===0?await _e(this.ctx,t.name):words[0],f=[],d=[],p=(N,I)=>{'],
  ['d.push(I)};if(Fp(t.name,["local"', 'd.push(I)};if(words!==null)for(let N of words.slice(1))p(N,!0);if(Fp(t.name,["local"'],
  // And a command substitution inherits -e, so that `x=$(false) || echo no` ends the script; bash's do not.
  ["try{let p=await e.executeScript(t.body),h=p.exitCode;e.state.env=c,",
    "try{let errexit=e.state.options.errexit,p;e.state.options.errexit=!1;try{p=await e.executeScript(t.body)}finally{e.state.options.errexit=errexit}let h=p.exitCode;e.state.env=c,"],
  // And an assignment keeps the status of the command before it, so that `false || code=$?` fails; bash's is 0.
  ['this.ctx.state.expansionStderr="",Q("",N,this.ctx.state.lastExitCode)}', 'this.ctx.state.expansionStderr="",Q("",N,/"(CommandSubstitution|Backtick)/.test(JSON.stringify(t.assignments))?this.ctx.state.lastExitCode:0)}'],
];

function mend(text: string): string {
  return MENDED.reduce((mended, [before, after]) => {
    const parts = mended.split(before);
    if (parts.length !== 2) throw new Error("just-bash is not the version that is mended here");
    return parts.join(after);
  }, text);
}

const require = createRequire(import.meta.url);

/** `file`: judge-shell.ts or learner-shell.ts; the text is an expression whose value is its `boot`. */
export async function bundleShell(file: "judge-shell.ts" | "learner-shell.ts"): Promise<string> {
  const esbuild = require("esbuild") as typeof Esbuild;
  const result = await esbuild.build({
    entryPoints: [new URL(`./${file}`, import.meta.url).pathname],
    bundle: true, write: false, format: "iife", globalName: "shell", platform: "browser", target: "es2024", legalComments: "none", loader: { ".bash": "text" },
    define: { "process.env.NODE_ENV": '"production"' },
    plugins: [{
      name: "no-node",
      setup(build) {
        build.onResolve({ filter: /^node:/ }, ({ path }) => ({ path, namespace: "absent" }));
        build.onLoad({ filter: /just-bash\/dist\/bundle\/browser\.js$/ }, async ({ path }) => ({ contents: mend(await readFile(path, "utf8")), loader: "js" }));
        build.onLoad({ filter: /.*/, namespace: "absent" }, () => ({ contents: "module.exports = {};", loader: "js" }));
      },
    }],
  });
  return `(() => { "use strict"; ${result.outputFiles[0]?.text ?? ""}; return shell.boot; })()`;
}
