/** Command and process substitution. */
import type { Script } from "./ast.ts";
import { Exit, LimitMet } from "./control.ts";
import { decodeUtf8 } from "./escapes.ts";
import { runScript, runToEnd, startTask } from "./execute.ts";
import { openForReading } from "./redirect.ts";
import { expandText } from "./expand.ts";
import type { Shell } from "./shell.ts";
import { Collector, Input, Pipe } from "./streams.ts";

const MOST_BYTES = 32 * 1024 * 1024;
const DEEPEST = 200;

/** `$(…)`: what the commands print, without the line ends at the end. */
export async function runSubstitution(shell: Shell, body: Script): Promise<string> {
  const file = fileOnly(body);
  if (file !== null) {
    // $(< file)
    const input = await openForReading(shell, await expandText(shell, file));
    shell.substituted = input === null ? 1 : 0;
    return input === null ? "" : trim(await input.readAll());
  }
  if (shell.level >= DEEPEST) throw new LimitMet("errored", "The script's commands are nested too deeply.");
  const child = shell.fork();
  // `set -e` is not inherited by what stands in $(…).
  child.options.delete("errexit");
  const collector = new Collector(MOST_BYTES, () => {
    throw new LimitMet("out-of-memory", "The script made a text that is too long.");
  });
  child.descriptors.set(1, { input: null, output: collector });
  // Deep recursion goes on with a fresh stack.
  if (child.level % 20 === 0) await Promise.resolve();
  shell.substituted = await runToEnd(child, () => runScript(child, body));
  shell.status = shell.substituted;
  return trim(collector.bytes);
}
function fileOnly(body: Script) {
  const pipeline = body.length === 1 && body[0]?.pipelines.length === 1 ? body[0].pipelines[0] : undefined;
  const command = pipeline?.commands.length === 1 && !pipeline.negated ? pipeline.commands[0] : undefined;
  if (command?.type !== "simple" || command.words.length > 0 || command.assignments.length > 0 || command.redirects.length !== 1) return null;
  const redirect = command.redirects[0];
  return redirect?.operator === "<" && redirect.descriptor === null ? redirect.target : null;
}
const trim = (bytes: string): string => decodeUtf8(bytes.replaceAll("\0", "").replace(/\n+$/, ""));

/** `<(…)` or `>(…)`: starts the commands and gives the path that stands for them. */
export async function startProcess(shell: Shell, body: Script, input: boolean): Promise<string> {
  const child = shell.fork();
  child.options.delete("errexit");
  const pipe = new Pipe();
  let number = 63;
  while (shell.descriptors.has(number)) number -= 1;
  if (number < 10) throw new Exit(1);
  const reader = new Input("", pipe);
  if (input) {
    child.descriptors.set(1, { input: null, output: pipe });
    shell.descriptors.set(number, { input: reader, output: null });
  } else {
    child.descriptors.set(0, { input: reader, output: null });
    shell.descriptors.set(number, { input: null, output: pipe });
  }
  const done = startTask(shell, child, () => runScript(child, body), () => {
    if (input) pipe.release();
    else reader.close();
  });
  shell.cleanups.push(async () => {
    shell.descriptors.delete(number);
    if (input) reader.close();
    else pipe.release();
    await done;
  });
  return `/dev/fd/${number}`;
}
