import { useCallback, useEffect, useId, useRef, useState, type ComponentType } from "react";
import type { CodeDocument } from "./code-document.ts";
import type { CursorRequest, EditorChoice, LineMark } from "./editor-types.ts";
import type { MonacoEditorProps } from "./monaco-editor.client.tsx";
import { PlainEditor } from "./plain-editor.tsx";
import { useDocumentRevision } from "./use-code-document.ts";

interface CodeEditorProps {
  document: CodeDocument;
  /** The file that is shown; choosing it is the page's, e.g. by `FileTabs`. */
  path: string;
  choice: EditorChoice;
  marks?: readonly LineMark[];
  cursor?: CursorRequest | null;
  /** Name of a file's form field; forms without scripts need one. */
  fieldName?: (path: string) => string;
}

const NO_MARKS: readonly LineMark[] = [];

/**
 * Both editors on one document. The plain one is there from the server's markup on; Monaco, when it is chosen, is
 * loaded while the page stands still and takes over with the cursor where it was. Text and each editor's undo stay.
 */
export function CodeEditor({ document, path, choice, marks = NO_MARKS, cursor = null, fieldName }: CodeEditorProps) {
  useDocumentRevision(document);
  const helpId = useId();
  const areas = useRef(new Map<string, HTMLTextAreaElement>());
  const { Monaco, hasFailed } = useMonaco(choice === "monaco");
  const showsMonaco = choice === "monaco" && Monaco !== null;
  const [takeOver, setTakeOver] = useState<MonacoEditorProps["takeOver"]>(null);

  const register = useCallback((areaPath: string, element: HTMLTextAreaElement | null) => {
    if (element) areas.current.set(areaPath, element);
    else areas.current.delete(areaPath);
  }, []);

  // Somebody who typed while Monaco was loading goes on where they were.
  const area = areas.current.get(path);
  useEffect(() => {
    if (showsMonaco && area && lastFocused.get(document) === area) setTakeOver(positionOf(area));
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [showsMonaco]);

  return (
    <div className="code-editor">
      {document.files.map((file) => (
        <PlainEditor
          key={file.path}
          document={document}
          path={file.path}
          readOnly={file.readOnly}
          isActive={file.path === path && !showsMonaco}
          marks={marks.filter((mark) => mark.path === file.path)}
          cursor={cursor?.path === file.path ? cursor : null}
          helpId={helpId}
          name={fieldName?.(file.path)}
          register={register}
        />
      ))}
    </div>
  );
}
