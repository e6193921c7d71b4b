/** A test's own words about what it was given: `input: [1, 2]`, on a line of the message. */
const INPUT = /^[ \t]*(?:input|given|args|arguments):[ \t]*(\S.*)$/im;

/** Parts what a test says of a failure: its input, where it tells it, and the rest. Pure. */
export function splitMessage(message: string | null): { input: string | null; message: string | null } {
  if (message === null) return { input: null, message: null };
  const found = INPUT.exec(message);
  if (!found) return { input: null, message };
  const rest = (message.slice(0, found.index) + message.slice(found.index + found[0].length)).replace(/\n{2,}/g, "\n").trim();
  return { input: found[1] ?? null, message: rest === "" ? null : rest };
}
