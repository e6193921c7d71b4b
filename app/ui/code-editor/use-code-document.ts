import { useState, useSyncExternalStore } from "react";
import { createCodeDocument, type CodeDocument, type CodeFile } from "./code-document.ts";

/** A document for the life of a component. A new set of files needs a new `key` on the component. */
export function useCodeDocument(files: readonly CodeFile[]): CodeDocument {
  const [document] = useState(() => createCodeDocument(files));
  return document;
}

const NEVER = () => () => {};

/** The text of a file, up to date while `isWatched`; otherwise as it was when the component was last rendered. */
export function useDocumentText(document: CodeDocument, path: string, isWatched: boolean): string {
  return useSyncExternalStore(isWatched ? document.subscribe : NEVER, () => document.getText(path), () => document.getText(path));
}
