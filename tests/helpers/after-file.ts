const acts: (() => void)[] = [];

/** Does `act` when the test file that runs now has ended. Processes are shared by files and ended without notice, so neither hooks of a module nor of the process would. */
export function afterFile(act: () => void): void {
  acts.push(act);
}

/** For `tests/setup.ts`. */
export function endFile(): void {
  for (const act of acts.splice(0)) act();
}
