import type { FileChange } from "./file-changes.ts";
import { showInvisible } from "./show-invisible.ts";
import { useMessages } from "../../i18n/use-messages.ts";
import { messages } from "./messages.ts";

const KIND_WORDS = { added: "fileAdded", removed: "fileRemoved", changed: null, "too-different": null } as const;

/** What is different from an earlier hand-in, line by line. */
export function ChangesSince({ changes }: { changes: readonly FileChange[] }) {
  const t = useMessages(messages);
  if (changes.length === 0) return <p className="muted">{t("sameFiles")}</p>;
  return (
    <div className="stack">
      {changes.map(({ path, kind, hunks }) => (
        <section key={path} className="code-file sheet" aria-label={t("changesIn", { path })}>
          <h4 className="code-file-head"><bdi>{path}</bdi> <KindTag kind={kind} /></h4>
          {kind === "too-different" && <p className="code-file-note small">{t("allDifferent")}</p>}
          {hunks.map((hunk, index) => (
            <div key={index} className="code-lines diff-lines" tabIndex={0} role="group" aria-label={t("changesOf", { number: String(index + 1), count: String(hunks.length) })}>
              {hunk.map(({ kind: change, line, text }, lineIndex) => (
                <div key={lineIndex} className={`code-line ${change}`}>
                  <span className="code-number">{line}</span>
                  <code dir="ltr"><span className="diff-sign">{change === "added" ? "+" : change === "removed" ? "−" : " "}</span>{showInvisible(text) || " "}</code>
                </div>
              ))}
            </div>
          ))}
        </section>
      ))}
    </div>
  );
}

function KindTag({ kind }: Pick<FileChange, "kind">) {
  const t = useMessages(messages);
  const key = KIND_WORDS[kind];
  return key && <span className="tag">{t(key)}</span>;
}
