import { Link } from "@remix-run/react";
import { CircleCheck } from "lucide-react";
import { Prose } from "../../ui/prose.tsx";
import { ActivityBar } from "../progress/activity-bar.tsx";
import type { ActivityPlace } from "../progress/enter-activity.server.ts";
import { ReverifiedNotice } from "../versions/reverified-notice.tsx";
import type { LabFormAnswer } from "./answer-lab-form.server.ts";
import { LabDesk } from "./lab-desk.tsx";
import { ExplainedLanguage } from "../explanations/plain-words.tsx";
import { HintLadder } from "../hints/hint-ladder.tsx";
import { LabAfter } from "./lab-after.tsx";
import { StuckOffer } from "./stuck-offer.tsx";
import { useLabHelp } from "./use-lab-help.ts";
import { SqlTablesList } from "./sql-tables-list.tsx";
import { useSqlTables } from "./use-sql-tables.ts";
import type { LabView } from "./open-lab.server.ts";
import type { Said } from "../../i18n/saying.ts";
import { useMessages } from "../../i18n/use-messages.ts";
import { pageMessages } from "./page-messages.ts";

interface LabPageProps {
  place: ActivityPlace;
  lab: LabView;
  /** What the form without scripts was answered. */
  answer?: Said<LabFormAnswer>;
}

/** A lab: its text beside the desk where it is solved. Give it the lab's path as `key`: a desk belongs to one lab. */
export function LabPage({ place, lab, answer }: LabPageProps) {
  const t = useMessages(pageMessages);
  const tables = useSqlTables(lab);
  const help = useLabHelp(lab.path, lab.help);
  return (
    <div className="lab">
      <ActivityBar place={place} kind="lab" minutes={lab.minutes} />
      <div className="lab-work">
        <div className="lab-text" tabIndex={0} role="region" aria-labelledby="lab-title">
          <h1 id="lab-title">{lab.title}</h1>
          {place.state === "done" && <p className="lab-done"><CircleCheck size={20} aria-hidden /> {t("passed")}</p>}
          {lab.reverified && <ReverifiedNotice pass={lab.reverified} />}
          <Prose html={lab.html} />
          {lab.language === "sql" && <SqlTablesList state={tables.state} />}
          <HintLadder path={lab.path} hints={help.hints} />
          {lab.visibleTests.length > 0 && (
            <details className="lab-tests">
              <summary>{t("visibleTests")}</summary>
              {lab.visibleTests.map(({ path, text }) => (
                <figure key={path}>
                  <figcaption className="small muted">{path}</figcaption>
                  <pre tabIndex={0}><code>{text}</code></pre>
                </figure>
              ))}
              {lab.hasHiddenTests && <p className="small muted">{t("hiddenTests")}</p>}
            </details>
          )}
          <LabAfter path={lab.path} help={help} />
          <nav className="lab-neighbours small" aria-label={t("neighbours")}>
            {place.previous && <Link to={place.previous.path} rel="prev"><span className="points" aria-hidden="true">←</span> {place.previous.title}</Link>}
            {place.next && <Link to={place.next.path} rel="next">{place.next.title} <span className="points" aria-hidden="true">→</span></Link>}
          </nav>
        </div>
        <ExplainedLanguage.Provider value={lab.language}>
          <LabDesk lab={lab} next={place.next} courseUrl={`/courses/${place.course.id}`} names={tables.names} answer={answer} onWork={help.note} offer={<StuckOffer path={lab.path} help={help} />} />
        </ExplainedLanguage.Provider>
      </div>
    </div>
  );
}
