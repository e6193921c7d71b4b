import { useId, useRef, type ReactNode } from "react";
import type { CodeDocument } from "./code-document.ts";
import type { CursorRequest, EditorChoice, EditorControls, LineMark, NameToComplete } from "./editor-types.ts";
import type { MonacoEditorProps } from "./monaco-editor.client.tsx";
import { PlainEditor } from "./plain-editor.tsx";
import { useMonaco } from "./use-monaco.ts";
import { useMessages } from "../../i18n/use-messages.ts";
import { messages } from "./messages.ts";

interface CodeEditorProps {
  document: CodeDocument;
  /** The file that is shown; choosing it is the page's, e.g. by `FileTabs`. */
  path: string;
  choice: EditorChoice;
  marks?: readonly LineMark[];
  cursor?: CursorRequest | null;
  /** Name of a file's form field; forms without scripts need one. */
  fieldName?: (path: string) => string;
  /** Stands beside the line of help below the editor, e.g. the choice between the two. */
  aside?: ReactNode;
  /** Told what the shown editor can do; the same function as long as it is the same. */
  onControls?: (controls: EditorControls | null) => void;
  /** What may be completed besides the words of the files. The same array as long as it is the same. */
  names?: readonly NameToComplete[];
  /** What scripts find around them; the same object as long as it is the same. */
  types?: MonacoEditorProps["types"];
}

const NO_MARKS: readonly LineMark[] = [];
const NO_NAMES: readonly NameToComplete[] = [];

/**
 * Both editors on one document. The plain one is there from the server's markup on; Monaco, when it is chosen, is
 * loaded while the page stands still and takes over with the cursor where it was. The text and Monaco's undo stay
 * when somebody changes between them.
 */
export function CodeEditor({ document, path, choice, marks = NO_MARKS, cursor = null, fieldName, aside, onControls, names = NO_NAMES, types = null }: CodeEditorProps) {
  const t = useMessages(messages);
  const helpId = useId();
  const frame = useRef<HTMLDivElement>(null);
  const { Monaco, hasFailed, takeOver } = useMonaco(choice === "monaco", frame);
  const showsMonaco = choice === "monaco" && Monaco !== null;
  const isReadOnly = document.files.some((file) => file.path === path && file.readOnly);

  return (
    <div className="code-editor" ref={frame}>
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
          onControls={onControls}
        />
      ))}
      {Monaco && (
        <div className={showsMonaco ? "monaco-place" : "monaco-place is-inactive"}>
          <Monaco document={document} path={path} readOnly={isReadOnly} marks={marks} cursor={showsMonaco ? cursor : null} takeOver={takeOver} onControls={showsMonaco ? (onControls ?? null) : null} names={names} types={types} />
        </div>
      )}
      <div className="code-editor-foot">
        <p className="code-editor-help small muted" id={helpId}>
          {hasFailed && choice === "monaco" && <strong>{t("monacoFailed")}</strong>}
          {t.rich("leaveHelp", { key: (name) => <kbd key={String(name)}>{name}</kbd> })}
        </p>
        {aside}
      </div>
    </div>
  );
}
