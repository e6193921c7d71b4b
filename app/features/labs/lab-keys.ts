/**
 * The desk's shortcuts. Pure. Chosen so that nothing is taken from Monaco, browsers and screen readers: Ctrl or ⌘ with
 * Enter, and one family of letters. That is Shift+Alt, and Control+Shift on a Mac, where Option writes letters.
 */

export type LabAction = "run" | "submit" | "next-failing" | "format" | "live" | "reset" | "full" | "next-file" | "previous-file";

/** What a key press says of itself. */
export interface KeyPress {
  key: string;
  code: string;
  ctrlKey: boolean;
  metaKey: boolean;
  altKey: boolean;
  shiftKey: boolean;
}

const LETTERS: Readonly<Record<string, LabAction>> = { e: "next-failing", f: "format", l: "live", r: "reset", z: "full", n: "next-file", p: "previous-file" };

/** In the order of the help sheet. */
export const LAB_ACTIONS: readonly LabAction[] = ["run", "submit", "next-failing", "format", "live", "reset", "full", "next-file", "previous-file"];

/** What a key press asks for; null when it is not the desk's. */
export function findLabAction(press: KeyPress, isMac: boolean): LabAction | null {
  const { ctrlKey, metaKey, altKey, shiftKey } = press;
  if (press.key === "Enter") return (ctrlKey || metaKey) && !altKey ? (shiftKey ? "submit" : "run") : null;
  if (!shiftKey || metaKey) return null;
  const action = LETTERS[letterOf(press)] ?? null;
  // Monaco's key for it, which is the same everywhere.
  if (action === "format" && altKey && !ctrlKey) return action;
  return (isMac ? ctrlKey && !altKey : altKey && !ctrlKey) ? action : null;
}

/** The letter on the key; where the keyboard writes another script, the one that stands there on an English one. */
function letterOf({ key, code }: KeyPress): string {
  return /^[a-z]$/i.test(key) ? key.toLowerCase() : /^Key([A-Z])$/.exec(code)?.[1]?.toLowerCase() ?? "";
}

/** The keys of an action as they are printed on a keyboard, to be pressed together. */
export function showKeys(action: LabAction, isMac: boolean): string[] {
  if (action === "run") return isMac ? ["⌘", "↵"] : ["Ctrl", "↵"];
  if (action === "submit") return isMac ? ["⌘", "⇧", "↵"] : ["Ctrl", "⇧", "↵"];
  const letter = Object.keys(LETTERS).find((one) => LETTERS[one] === action)?.toUpperCase() ?? "";
  if (action === "format") return isMac ? ["⇧", "⌥", letter] : ["⇧", "Alt", letter];
  return isMac ? ["⌃", "⇧", letter] : ["⇧", "Alt", letter];
}

/** The same for `aria-keyshortcuts`. */
export function ariaKeys(action: LabAction, isMac: boolean): string {
  if (action === "run") return "Control+Enter Meta+Enter";
  if (action === "submit") return "Control+Shift+Enter Meta+Shift+Enter";
  const letter = showKeys(action, isMac).at(-1) ?? "";
  return isMac && action !== "format" ? `Control+Shift+${letter}` : `Shift+Alt+${letter}`;
}
