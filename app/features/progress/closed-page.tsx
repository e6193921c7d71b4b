import { Lock } from "lucide-react";
import { useMessages } from "../../i18n/use-messages.ts";
import type { ActivityKind } from "../../catalog/catalog.ts";
import { ActivityBar } from "./activity-bar.tsx";
import { ActivitySteps } from "./activity-steps.tsx";
import type { ActivityPlace } from "./enter-activity.server.ts";
import { GateWords } from "./gate-list.tsx";
import type { GateView } from "./gates.ts";
import { messages } from "./messages.ts";
import { Link } from "../../ui/link.tsx";

export interface ClosedView {
  kind: ActivityKind;
  title: string;
  summary: string;
  minutes: number;
  gates: readonly GateView[];
}

/** In place of an activity that is not open yet: what opens it, each a link. */
export function ClosedPage({ place, closed }: { place: ActivityPlace; closed: ClosedView }) {
  const t = useMessages(messages);
  return (
    <>
      <ActivityBar place={place} kind={closed.kind} minutes={closed.minutes} />
      <div className="page reading">
        <section className="sheet closed-activity" aria-labelledby="title">
          <p className="closed-mark"><Lock size={18} aria-hidden /> {t("closedTitle")}</p>
          <h1 id="title">{closed.title}</h1>
          {closed.summary && <p className="lead muted">{closed.summary}</p>}
          <p>{t("closedLead", { title: closed.title, count: closed.gates.length })}</p>
          <ul className="closed-gates">{closed.gates.map((gate) => <li key={gate.path + gate.kind}><GateWords gate={gate} /></li>)}</ul>
          <p><Link className="button" to={`/courses/${place.course.id}`}>{t("closedBack")}</Link></p>
        </section>
        <ActivitySteps place={place} />
      </div>
    </>
  );
}
