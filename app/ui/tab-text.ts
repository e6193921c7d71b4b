/** What this tab keeps under a key; empty when there is nothing, or no place to keep it. */
export function readTabText(key: string): string {
  try {
    return sessionStorage.getItem(key) ?? "";
  } catch {
    return "";
  }
}

/** Keeps a text in this tab; an empty one is forgotten. */
export function writeTabText(key: string, text: string): void {
  try {
    if (text === "") sessionStorage.removeItem(key);
    else sessionStorage.setItem(key, text);
  } catch {
    // No storage here: the text is still in the page.
  }
}
