import { useEffect, useRef } from "react";
import { useActAs } from "../accounts/use-act-as.ts";
import type { ProjectView } from "./project-view.ts";

/**
 * Says once that the learner has the decision before them, so that it is no news any more. A request of its own:
 * opening a page changes nothing by itself, or a link's preview would read somebody's news for them.
 */
export function useSeenReviews({ hasUnseen, path }: Pick<ProjectView, "hasUnseen" | "path">): void {
  const actAs = useActAs();
  const isSaid = useRef(false);
  useEffect(() => {
    if (!hasUnseen || isSaid.current) return;
    isSaid.current = true;
    // Only news is at stake: if it fails, the next visit says it.
    void fetch(actAs(`${path}/seen`), { method: "POST", redirect: "manual", keepalive: true }).catch(() => {});
  }, [actAs, hasUnseen, path]);
}
