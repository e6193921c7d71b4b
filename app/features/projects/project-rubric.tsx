import { formatPoints } from "../reviews/format-points.ts";
import type { ProjectView } from "./project-view.ts";
import { useMessages } from "../../i18n/use-messages.ts";
import { messages } from "./messages.ts";

/** How the project is judged, as its learner may see it. */
export function ProjectRubric({ rubric }: Pick<ProjectView, "rubric">) {
  const t = useMessages(messages);
  return (
    <section aria-labelledby="rubric-title" className="project-rubric">
      <h2 id="rubric-title" className="row">{t.rich("rubric", { points: formatPoints(rubric.maxPoints), small: (words) => <span key="points" className="small muted">{words}</span> })}</h2>
      {rubric.criteria.map(({ id, title, description, levels }) => (
        <details key={id}>
          <summary><b>{title}</b> <span className="muted small">{t("upTo", { points: formatPoints(Math.max(...levels.map(({ points }) => points))) })}</span></summary>
          {description && <p className="muted small">{description}</p>}
          <ul>
            {levels.map((level) => (
              <li key={level.id}>
                <span className="level-title"><span>{level.title}</span> <span className="muted">{formatPoints(level.points)}</span></span>
                {level.description && <span className="small muted block">{level.description}</span>}
              </li>
            ))}
          </ul>
        </details>
      ))}
    </section>
  );
}
