import { useState } from "react";
import { Prose } from "../../ui/prose.tsx";

/** Hints one by one: the next can be opened once the one before it has been. All can be without scripts. */
export function LabHints({ hints }: { hints: readonly { title: string; html: string }[] }) {
  const [openedCount, setOpenedCount] = useState(0);
  if (hints.length === 0) return null;
  return (
    <section className="lab-hints" aria-label="Hints">
      {hints.map((hint, index) => (
        <details
          key={index}
          className={index > openedCount ? "lab-hint is-ahead" : "lab-hint"}
          onToggle={(event) => {
            if (event.currentTarget.open) setOpenedCount((count) => Math.max(count, index + 1));
          }}
        >
          <summary>Hint {index + 1} of {hints.length}{hint.title && <>: {hint.title}</>}</summary>
          <Prose html={hint.html} />
        </details>
      ))}
    </section>
  );
}
