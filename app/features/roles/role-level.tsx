import { Link } from "@remix-run/react";
import { Check } from "lucide-react";
import { useMessages } from "../../i18n/use-messages.ts";
import { KindMark } from "../courses/kind-mark.tsx";
import { messages } from "./messages.ts";
import type { ExpectationView, RoleView, SkillStep } from "./view-role.ts";

/** One level of a role: its expectations, each with where to learn and to show it. */
export function RoleLevel({ level, number }: { level: RoleView["levels"][number]; number: number }) {
  const t = useMessages(messages);
  const heading = `level-${level.id}`;
  return (
    <section className="sheet role-level" aria-labelledby={heading}>
      <header className="panel-part">
        <p className="small muted">{t("level", { number: String(number) })}</p>
        <h2 id={heading}>{level.title}</h2>
        {level.summary && <p>{level.summary}</p>}
        {number > 1 && <p className="small muted">{t("includes")}</p>}
      </header>
      {level.expects.map((expectation) => <Expectation key={expectation.skill} expectation={expectation} />)}
    </section>
  );
}

function Expectation({ expectation: { title, about, text, taught, shown } }: { expectation: ExpectationView }) {
  const t = useMessages(messages);
  const done = shown.filter(({ isDone }) => isDone).length;
  return (
    <div className="panel-part role-skill">
      <div className="row">
        <h3>{title}</h3>
        {done > 0 && <span className="tag good">{done === shown.length ? t("allShown") : t("shownOf", { done: String(done), total: String(shown.length) })}</span>}
      </div>
      <p>{text}</p>
      {about && <p className="small muted">{about}</p>}
      {taught.length + shown.length === 0 ? <p className="small muted">{t("nowhere")}</p> : (
        <details>
          <summary>{[taught.length > 0 && `${t("taught")} (${taught.length})`, shown.length > 0 && `${t("shown")} (${shown.length})`].filter(Boolean).join(" · ")}</summary>
          <Steps label={shown.length > 0 ? t("taught") : null} steps={taught} />
          <Steps label={taught.length > 0 ? t("shown") : null} steps={shown} />
        </details>
      )}
    </div>
  );
}

/** `label`: null when the summary above names these steps already. */
function Steps({ label, steps }: { label: string | null; steps: readonly SkillStep[] }) {
  const t = useMessages(messages);
  if (steps.length === 0) return null;
  return (
    <>
      {label !== null && <h4 className="small">{label}</h4>}
      <ul className="list role-steps">
        {steps.map(({ path, title, kind, courseTitle, isDone }) => (
          <li key={path}>
            <Link to={path} prefetch="intent">{title}</Link>
            <span className="small muted role-step">
              {isDone && <span className="tag good"><Check size={14} aria-hidden /> {t("done")}</span>}
              <KindMark kind={kind} />
              <span>{courseTitle}</span>
            </span>
          </li>
        ))}
      </ul>
    </>
  );
}
