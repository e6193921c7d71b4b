import type { EditorChoice } from "../../ui/code-editor/editor-types.ts";

const NAMES = { monaco: "Monaco", plain: "Plain" } as const;

/** Changes the editor now and, for next time, on the person. */
export function EditorToggle({ choice, onChoose }: { choice: EditorChoice; onChoose: (choice: EditorChoice) => void }) {
  function choose(next: EditorChoice) {
    onChoose(next);
    // Only a convenience: if it is not remembered, the page still shows what was chosen.
    void fetch("/account/editor", { method: "POST", body: new URLSearchParams({ editor: next }), redirect: "manual" }).catch(() => {});
  }
  return (
    <span className="editor-toggle" role="group" aria-label="Editor">
      {(["monaco", "plain"] as const).map((name) => (
        <button key={name} type="button" className="button quiet small" aria-pressed={choice === name} onClick={() => choose(name)}>{NAMES[name]}</button>
      ))}
    </span>
  );
}
