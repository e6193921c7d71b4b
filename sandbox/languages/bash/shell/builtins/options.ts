/** Options of builtins. */

/** `-x` that a builtin does not have; its status is 2. */
export class UsageError extends Error {}

/** Letters in `plain` stand alone, those in `valued` take a value. */
export function parseOptions(args: readonly string[], plain: string, valued: string): { flags: Map<string, string>; rest: string[] } {
  const flags = new Map<string, string>();
  let at = 0;
  for (; at < args.length; at += 1) {
    const arg = args[at] as string;
    if (arg === "--") {
      at += 1;
      break;
    }
    if (!arg.startsWith("-") || arg === "-") break;
    for (let i = 1; i < arg.length; i += 1) {
      const letter = arg.charAt(i);
      if (valued.includes(letter)) {
        flags.set(letter, i + 1 < arg.length ? arg.slice(i + 1) : args[++at] ?? "");
        break;
      }
      if (!plain.includes(letter)) throw new UsageError(`-${letter}: invalid option`);
      flags.set(letter, "");
    }
  }
  return { flags, rest: args.slice(at) };
}
