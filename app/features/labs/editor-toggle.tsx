import type { EditorChoice } from "../../ui/code-editor/editor-types.ts";
import { useMessages } from "../../i18n/use-messages.ts";
import { pageMessages } from "./page-messages.ts";

/** Changes the editor now and, for next time, on the person. */
export function EditorToggle({ choice, onChoose }: { choice: EditorChoice; onChoose: (choice: EditorChoice) => void }) {
  const t = useMessages(pageMessages);
  function choose(next: EditorChoice) {
    onChoose(next);
    // Only a convenience: if it is not remembered, the page still shows what was chosen.
    void fetch("/account/editor", { method: "POST", body: new URLSearchParams({ editor: next }), redirect: "manual" }).catch(() => {});
  }
  return (
    <span className="editor-toggle" role="group" aria-label={t("editor")}>
      {(["monaco", "plain"] as const).map((name) => (
        <button key={name} type="button" className="button quiet small" aria-pressed={choice === name} onClick={() => choose(name)}>{t(`editor-${name}`)}</button>
      ))}
    </span>
  );
}
