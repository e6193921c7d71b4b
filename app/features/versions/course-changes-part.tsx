import { Form, Link, useNavigation } from "@remix-run/react";
import { RefreshCw } from "lucide-react";
import { assertNever } from "../../assert-never.ts";
import { useLocale, useMessages } from "../../i18n/use-messages.ts";
import type { CourseChanges } from "./find-course-changes.server.ts";
import { messages } from "./messages.ts";

type Change = CourseChanges["changes"][number];

/** What a newer version of the course brings, module by module, and the step to it. */
export function CourseChangesPart({ courseId, changes: { changes, since, seenHash }, hasChangedAgain }: { courseId: string; changes: CourseChanges; hasChangedAgain: boolean }) {
  const t = useMessages(messages);
  const locale = useLocale();
  const isBusy = useNavigation().formAction === `/courses/${courseId}/version`;
  return (
    <section className="sheet course-changes" aria-labelledby="changes" id="what-changed">
      <div className="panel-part">
        <h2 className="h3" id="changes"><RefreshCw size={18} aria-hidden /> {t("title", { since: new Intl.DateTimeFormat(locale, { dateStyle: "long", timeZone: "UTC" }).format(new Date(since)) })}</h2>
        {hasChangedAgain && <p className="notice attention" role="alert">{t("changedAgain")}</p>}
        <p className="small muted">{t("keep")}</p>
      </div>
      <ul className="change-lines">
        {changes.map((change) => (
          <li key={`${change.kind} ${change.activityId}`} className="change-line">
            <span>
              <span className="small muted block">{change.moduleTitle}</span>
              {change.path ? <Link to={change.path}>{change.title}</Link> : <s>{change.title}</s>}
            </span>
            <ChangeWords change={change} />
          </li>
        ))}
      </ul>
      <Form method="post" action={`/courses/${courseId}/version`} className="panel-part" preventScrollReset>
        <input type="hidden" name="seenHash" value={seenHash} />
        <button className="button" aria-disabled={isBusy}>{isBusy ? t("moving") : t("move")}</button>
      </Form>
    </section>
  );
}

function ChangeWords({ change: { kind, required, minutes, verdict } }: { change: Change }) {
  const t = useMessages(messages);
  switch (kind) {
    case "added":
      return <span className="tag">{t(required ? "added" : "addedOptional", { minutes })}</span>;
    case "tests":
      if (!verdict) return <span className="tag">{t("tests")}</span>;
      return verdict.stillPasses ? <span className="tag good">{t("testsStillPass")}</span> : <span className="tag attention">{t("testsNeedChange")}</span>;
    case "removed":
      return <span className="tag">{t("removed")}</span>;
    case "renamed":
      return <span className="tag">{t("renamed")}</span>;
    case "text":
      return <span className="tag">{t("text")}</span>;
    case "now-required":
      return <span className="tag">{t("nowRequired")}</span>;
    case "now-optional":
      return <span className="tag">{t("nowOptional")}</span>;
    default:
      return assertNever(kind);
  }
}
