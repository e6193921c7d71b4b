import { Link } from "@remix-run/react";
import { useMessages } from "../../i18n/use-messages.ts";
import { ActivityHelp } from "../questions/activity-help.tsx";
import { messages } from "./help-messages.ts";
import type { LabHelp } from "./use-lab-help.ts";

/** What else there is at a lab: the reference once it was earned, one's own attempts, asking and reporting. */
export function LabAfter({ path, help }: { path: string; help: LabHelp }) {
  const t = useMessages(messages);
  const { hasSolution, hasHistory } = help.view;
  return (
    <div className="lab-after">
      {(hasSolution || hasHistory) && (
        <ul className="small" aria-label={t("afterTitle")}>
          {hasSolution && <li><Link to={`${path}/solution`}>{t("solution")}</Link> <span className="muted">{t("solutionHelp")}</span></li>}
          {hasHistory && <li><Link to={`${path}/history`}>{t("history")}</Link></li>}
        </ul>
      )}
      <ActivityHelp path={path} />
    </div>
  );
}
