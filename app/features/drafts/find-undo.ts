/** The version that an "Undo reset" brings back: the state before, while the reset is still the newest one. Pure. */
export function findUndoVersion(versions: readonly { version: number; reason: string }[]): number | null {
  const [newest] = versions;
  return newest?.reason === "reset" ? newest.version - 1 : null;
}
