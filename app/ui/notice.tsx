import type { ReactNode } from "react";

/** A sentence that matters: what happened and what to do next. `live` announces it to screen readers. */
export function Notice({ tone = "plain", live = false, children }: { tone?: "plain" | "good" | "attention" | "bad"; live?: boolean; children: ReactNode }) {
  return (
    <div className={`notice ${tone}`} role={live ? (tone === "bad" ? "alert" : "status") : undefined}>
      {children}
    </div>
  );
}
