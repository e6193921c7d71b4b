/** Redirections. */
import type { Redirect } from "./ast.ts";
import { encodeUtf8 } from "./escapes.ts";
import { expandText, expandWords } from "./expand.ts";
import { FileError } from "./files.ts";
import type { Shell } from "./shell.ts";
import { FileOutput, Input, NOWHERE } from "./streams.ts";
import type { Descriptor, Output } from "./streams.ts";

/** A redirection that could not be made; it has been said. */
export class RedirectError extends Error {}

const reason = (error: unknown): string => (error instanceof FileError ? error.reason : error instanceof Error ? error.message : String(error));

async function refuse(shell: Shell, path: string, why: string): Promise<never> {
  await shell.complain(`${path}: ${why}`);
  throw new RedirectError(path);
}

/** A file or device for reading; null when it can't be read, which has been said. */
export async function openForReading(shell: Shell, path: string): Promise<Input | null> {
  try {
    return open(shell, path);
  } catch (error) {
    await shell.complain(`${path}: ${reason(error)}`);
    return null;
  }
}

function open(shell: Shell, path: string): Input {
  const device = /^\/dev\/(?:fd\/(\d+)|stdin)$/.exec(path);
  if (device !== null) {
    const input = shell.descriptors.get(Number(device[1] ?? 0))?.input ?? null;
    if (input === null) throw new FileError("ENOENT", path);
    return input;
  }
  if (path === "/dev/null" || path === "/dev/tty") return new Input("");
  if (path === "/dev/zero") throw new Error("endless files are not available in this shell");
  if (path === "/dev/urandom" || path === "/dev/random") {
    let bytes = "";
    for (let i = 0; i < 65_536; i += 1) bytes += String.fromCharCode(Math.floor(shell.system.random() * 256));
    return new Input(bytes);
  }
  if (/^\/dev\/(?:tcp|udp)\//.test(path)) throw new Error("there is no network in this shell");
  return new Input(shell.system.files.readBytes(shell.system.files.normalize(shell.cwd, path)));
}

function openOutput(shell: Shell, path: string, truncate: boolean, clobber: boolean): Output {
  const device = /^\/dev\/(?:fd\/(\d+)|stdout|stderr)$/.exec(path);
  if (device !== null) {
    const number = device[1] === undefined ? (path.endsWith("stdout") ? 1 : 2) : Number(device[1]);
    const output = shell.descriptors.get(number)?.output ?? null;
    if (output === null) throw new FileError("ENOENT", path);
    return output;
  }
  if (path === "/dev/null" || path === "/dev/tty") return NOWHERE;
  if (/^\/dev\/(?:tcp|udp)\//.test(path)) throw new Error("there is no network in this shell");
  if (path === "/dev/full") return { write: () => Promise.reject(new FileError("ENOSPC", path)) };
  const absolute = shell.system.files.normalize(shell.cwd, path);
  if (truncate && !clobber && shell.options.has("noclobber") && shell.system.files.find(absolute)?.type === "file") throw new Error("cannot overwrite existing file");
  return new FileOutput(shell.system.files, absolute, truncate);
}

/** Makes redirections; the function puts the descriptors back. Throws `RedirectError`. */
export async function redirect(shell: Shell, redirects: readonly Redirect[]): Promise<() => void> {
  if (redirects.length === 0) return () => {};
  const before = new Map(shell.descriptors);
  const kept = new Set<number>();
  const restore = (): void => {
    for (const number of shell.descriptors.keys()) if (!before.has(number) && !kept.has(number)) shell.descriptors.delete(number);
    for (const [number, descriptor] of before) shell.descriptors.set(number, descriptor);
  };
  try {
    for (const one of redirects) await apply(shell, one, kept);
  } catch (error) {
    restore();
    throw error;
  }
  return restore;
}

async function apply(shell: Shell, one: Redirect, kept: Set<number>): Promise<void> {
  const { operator } = one;
  const put = (fallback: number, descriptor: Descriptor | undefined): void => {
    let number = one.descriptor ?? fallback;
    if (one.variable !== null) {
      number = 10;
      while (shell.descriptors.has(number)) number += 1;
      shell.set(one.variable, String(number));
      kept.add(number);
    }
    if (descriptor === undefined) shell.descriptors.delete(number);
    else shell.descriptors.set(number, descriptor);
  };
  if (operator === "<<" || operator === "<<<") {
    const text = await expandText(shell, one.target);
    put(0, { input: new Input(encodeUtf8(operator === "<<<" ? `${text}\n` : text)), output: null });
    return;
  }
  const fields = await expandWords(shell, [one.target]);
  const path = fields[0] ?? "";
  if (fields.length !== 1) await refuse(shell, fields.length === 0 ? "" : path, "ambiguous redirect");
  if (operator === "<&" || operator === ">&") {
    const fallback = operator === "<&" ? 0 : 1;
    if (path === "-") {
      if (one.variable !== null) shell.descriptors.delete(Number(shell.get(one.variable) ?? -1));
      else put(fallback, undefined);
      return;
    }
    const moved = /^(\d+)(-?)$/.exec(path);
    if (moved !== null) {
      const source = shell.descriptors.get(Number(moved[1]));
      if (source === undefined) await refuse(shell, moved[1] as string, "Bad file descriptor");
      put(fallback, source);
      if (moved[2] === "-") shell.descriptors.delete(Number(moved[1]));
      return;
    }
    if (operator === "<&" || one.descriptor !== null) await refuse(shell, path, "ambiguous redirect");
  }
  try {
    if (path === "") throw new FileError("ENOENT", path);
    if (operator === "<") put(0, { input: open(shell, path), output: null });
    else if (operator === "<>") put(0, { input: new Input(shell.system.files.find(shell.system.files.normalize(shell.cwd, path)) === undefined ? "" : shell.system.files.readBytes(shell.system.files.normalize(shell.cwd, path))), output: openOutput(shell, path, false, true) });
    else {
      const both = operator === "&>" || operator === "&>>" || operator === ">&";
      const output = openOutput(shell, path, !operator.endsWith(">>"), operator === ">|");
      put(1, { input: null, output });
      if (both) shell.descriptors.set(2, { input: null, output });
    }
  } catch (error) {
    await refuse(shell, path, reason(error));
  }
}
