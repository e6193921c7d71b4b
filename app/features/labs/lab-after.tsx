import { Link } from "@remix-run/react";
import { useMessages } from "../../i18n/use-messages.ts";
import { messages } from "./help-messages.ts";
import type { LabHelp } from "./use-lab-help.ts";

/** What else there is at a lab: the reference once it was earned, one's own attempts. */
export function LabAfter({ path, help }: { path: string; help: LabHelp }) {
  const t = useMessages(messages);
  const { hasSolution, hasHistory } = help.view;
  if (!hasSolution && !hasHistory) return null;
  return (
    <ul className="lab-after small" aria-label={t("afterTitle")}>
      {hasSolution && <li><Link to={`${path}/solution`}>{t("solution")}</Link> <span className="muted">{t("solutionHelp")}</span></li>}
      {hasHistory && <li><Link to={`${path}/history`}>{t("history")}</Link></li>}
    </ul>
  );
}
