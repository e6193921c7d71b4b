/** How much a session at the console may hold. Apart from what reads requests, because pages ask too. */
export const MOST_COMMANDS = 200;
export const LONGEST_COMMAND = 4_000;
export const LONGEST_SESSION = 32_000;

/** Whether one more command fits. */
export function fitsSession(earlier: readonly string[], command: string): boolean {
  return command.length <= LONGEST_COMMAND && earlier.length < MOST_COMMANDS && earlier.join("").length + command.length <= LONGEST_SESSION;
}
