import type { FileChange } from "./file-changes.ts";
import { showInvisible } from "./show-invisible.ts";

const KIND_WORDS = { added: "new file", removed: "taken away", changed: "", "too-different": "" } as const;

/** What is different from an earlier hand-in, line by line. */
export function ChangesSince({ changes }: { changes: readonly FileChange[] }) {
  if (changes.length === 0) return <p className="muted">The files are the same as before.</p>;
  return (
    <div className="stack">
      {changes.map(({ path, kind, hunks }) => (
        <section key={path} className="code-file sheet" aria-label={`Changes in ${path}`}>
          <h4 className="code-file-head"><bdi>{path}</bdi> {KIND_WORDS[kind] && <span className="tag">{KIND_WORDS[kind]}</span>}</h4>
          {kind === "too-different" && <p className="code-file-note small">Nearly everything is different: read the whole file.</p>}
          {hunks.map((hunk, index) => (
            <div key={index} className="code-lines diff-lines" tabIndex={0} role="group" aria-label={`Changes ${index + 1} of ${hunks.length}`}>
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
