import { useEffect, useState } from "react";
import type { CodeDocument } from "../../ui/code-editor/code-document.ts";
import { fetchPreview } from "./file-api.ts";
import type { FilePreview } from "./preview-file.server.ts";

/** How long after the last key the text is rendered again, milliseconds. */
const PREVIEW_AFTER_MS = 350;

/** The preview of what is in the editor. It stays as it was while there is no connection. */
export function usePreview(document: CodeDocument, { courseId, path, initial }: { courseId: string; path: string; initial: FilePreview }): FilePreview {
  const [preview, setPreview] = useState(initial);

  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let abort = new AbortController();
    async function showPreview(signal: AbortSignal) {
      const next = await fetchPreview(courseId, path, document.getText(path), signal);
      if (next && !signal.aborted) setPreview(next);
    }
    const stop = document.subscribe(() => {
      clearTimeout(timer);
      timer = setTimeout(() => {
        abort.abort();
        abort = new AbortController();
        const { signal } = abort;
        void showPreview(signal);
      }, PREVIEW_AFTER_MS);
    });
    return () => {
      stop();
      clearTimeout(timer);
      abort.abort();
    };
  }, [courseId, document, path]);

  return preview;
}
