import { useState, useSyncExternalStore } from "react";
import { createCodeDocument, type CodeDocument, type CodeFile } from "./code-document.ts";

/** A document for the life of a component. A new set of files needs a new `key` on the component. */
export function useCodeDocument(files: readonly CodeFile[]): CodeDocument {
  const [document] = useState(() => createCodeDocument(files));
  return document;
}

/** Renders again whenever the document changes. */
export function useDocumentRevision(document: CodeDocument): number {
  return useSyncExternalStore(document.subscribe, document.revision, document.revision);
}
