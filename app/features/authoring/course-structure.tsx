import { Form, Link } from "@remix-run/react";
import { ChevronDown, ChevronUp, Settings2, TriangleAlert } from "lucide-react";
import { useMessages } from "../../i18n/use-messages.ts";
import { KindMark } from "../courses/kind-mark.tsx";
import { buildEditorAddress } from "./file-address.ts";
import { messages } from "./messages.ts";
import { NewActivity, NewModule, type RefusedForm } from "./new-entry.tsx";
import type { TaughtActivity, TaughtCourseView, TaughtModule } from "./open-taught-course.server.ts";

/** Modules and activities in order, to be opened, moved, renamed, added to. All of it is forms and links. */
export function CourseStructure({ course, refused }: { course: TaughtCourseView; refused: RefusedForm | null }) {
  const t = useMessages(messages);
  return (
    <section className="stack teach-structure" aria-label={t("structure")}>
      {course.modules.map((module, index) => (
        <section key={module.id} className="sheet teach-module" aria-labelledby={`module-${module.id}`}>
          <div className="teach-module-head">
            <h2 className="h3" id={`module-${module.id}`}>
              <Link className="plain-link" to={buildEditorAddress(course.id, module.file)}>{module.title}</Link> {module.isChanged && <ChangedTag />}
            </h2>
            <EntryActs courseId={course.id} kind="module" entry={module} index={index} count={course.modules.length} />
          </div>
          <ul className="list">
            {module.activities.map((activity, position) => (
              <ActivityRow key={activity.id} courseId={course.id} activity={activity} index={position} count={module.activities.length} />
            ))}
          </ul>
          {module.activities.length === 0 && <p className="panel-part muted small">{t("emptyModule")}</p>}
          <NewActivity moduleId={module.id} moduleTitle={module.title} refused={refused?.values.intent === "create-activity" && refused.values.moduleId === module.id ? refused : null} />
        </section>
      ))}
      {course.modules.length === 0 && <p className="sheet empty-state muted">{t("noModules")}</p>}
      <NewModule refused={refused?.values.intent === "create-module" ? refused : null} />
    </section>
  );
}

function ActivityRow({ courseId, activity, index, count }: { courseId: string; activity: TaughtActivity; index: number; count: number }) {
  const t = useMessages(messages);
  return (
    <li className={activity.kind === "broken" ? "teach-activity is-broken" : "teach-activity"}>
      <span className="teach-activity-kind small muted">
        {activity.kind === "broken" ? <span className="kind-mark teach-bad"><TriangleAlert size={17} aria-hidden /> {t("broken")}</span> : <KindMark kind={activity.kind} />}
      </span>
      <span className="teach-activity-title">
        <Link className="plain-link" to={buildEditorAddress(courseId, activity.file)}>{activity.title}</Link>
        {activity.isChanged && <ChangedTag />}
        {activity.problems > 0 && <span className="tag bad">{t("problems", { count: activity.problems })}</span>}
      </span>
      <EntryActs courseId={courseId} kind="activity" entry={activity} index={index} count={count} />
    </li>
  );
}

/** Up, down, and the page for everything else. The buttons stay where they are, so that a key can be pressed again. */
function EntryActs({ courseId, kind, entry, index, count }: { courseId: string; kind: "module" | "activity"; entry: TaughtModule | TaughtActivity; index: number; count: number }) {
  const t = useMessages(messages);
  const { title } = entry;
  const step = (direction: "up" | "down", isPossible: boolean) => {
    const Icon = direction === "up" ? ChevronUp : ChevronDown;
    return (
      <button className="button quiet small icon-button" name="direction" value={direction} aria-disabled={!isPossible} type={isPossible ? "submit" : "button"} aria-label={direction === "up" ? t("moveUp", { title }) : t("moveDown", { title })}>
        <Icon size={18} aria-hidden />
      </button>
    );
  };
  return (
    <div className="teach-acts">
      <Form method="post" preventScrollReset className="teach-steps">
        <input type="hidden" name="intent" value={`move-${kind}`} />
        <input type="hidden" name="id" value={entry.id} />
        {step("up", index > 0)}
        {step("down", index < count - 1)}
      </Form>
      <Link className="button quiet small icon-button" to={`/teach/${courseId}/entry?${kind}=${encodeURIComponent(entry.id)}`} aria-label={t("settingsOf", { title })} title={t("settings")}>
        <Settings2 size={17} aria-hidden />
      </Link>
    </div>
  );
}

function ChangedTag() {
  const t = useMessages(messages);
  return <span className="tag attention">{t("changed")}</span>;
}
