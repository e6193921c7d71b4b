import { ArrowLeft, ArrowRight } from "lucide-react";
import { ActivityHelp } from "../questions/activity-help.tsx";
import type { ActivityPlace } from "./enter-activity.server.ts";
import { useMessages } from "../../i18n/use-messages.ts";
import { messages } from "./messages.ts";
import { Link } from "../../ui/link.tsx";

/** To the activities before and after this one; at the end, back to the course. */
export function ActivitySteps({ place }: { place: ActivityPlace }) {
  const t = useMessages(messages);
  const { previous, next, course } = place;
  return (
    <>
      {place.state !== "closed" && <ActivityHelp path={place.path} />}
      <nav className="activity-steps no-print" aria-label={t("steps")}>
        {previous ? (
          <Link className="sheet step" to={previous.path} rel="prev">
            <ArrowLeft className="points" size={20} aria-hidden />
            <span><span className="small muted block">{t("previous")}</span>{previous.title}</span>
          </Link>
        ) : <span />}
        {next ? (
          <Link className="sheet step onward" to={next.path} rel="next" prefetch="intent">
            <span><span className="small muted block">{t("next")}</span>{next.title}</span>
            <ArrowRight className="points" size={20} aria-hidden />
          </Link>
        ) : (
          <Link className="sheet step onward" to={`/courses/${course.id}`}>
            <span><span className="small muted block">{t("courseEnd")}</span>{course.title}</span>
            <ArrowRight className="points" size={20} aria-hidden />
          </Link>
        )}
      </nav>
    </>
  );
}
