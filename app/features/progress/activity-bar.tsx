import type { ActivityKind } from "../../catalog/catalog.ts";
import { Crumbs } from "../../ui/crumbs.tsx";
import { describeRungs, Ladder } from "../../ui/ladder.tsx";
import { formatMinutes } from "../../ui/format-minutes.ts";
import { KindMark } from "../courses/kind-mark.tsx";
import type { ActivityPlace } from "./enter-activity.server.ts";
import { WhyActivity } from "./why.tsx";
import { useLocale, useMessages } from "../../i18n/use-messages.ts";
import { messages } from "./messages.ts";
import { TranslationSwitch } from "./translation-switch.tsx";

/** The bar above every activity: its course, the ladder of its module, its kind and time. */
export function ActivityBar({ place, kind, minutes }: { place: ActivityPlace; kind: ActivityKind; minutes: number }) {
  const t = useMessages(messages);
  const locale = useLocale();
  return (
    <div className="activity-bar small">
      <Crumbs trail={[{ label: place.course.title, to: `/courses/${place.course.id}` }, { label: place.module.title, to: `/courses/${place.course.id}#${place.module.id}` }]} />
      <Ladder groups={[place.states]} here={place.index} label={`${place.module.title}: ${describeRungs([place.states], locale)}`} />
      <span className="activity-bar-facts muted">
        <KindMark kind={kind} />
        <span>{t("about", { time: formatMinutes(minutes) })}</span>
      </span>
      <TranslationSwitch />
      {place.why && <WhyActivity explanation={place.why} />}
    </div>
  );
}
