import type { KeyboardEvent } from "react";
import { formatPoints } from "./format-points.ts";
import { levelField } from "./review-forms.ts";
import type { ReviewView } from "./review-view.ts";
import { useMessages } from "../../i18n/use-messages.ts";
import { messages } from "./messages.ts";

type Criterion = NonNullable<ReviewView["rubric"]>["criteria"][number];

/** A group of radio buttons for each criterion. A digit chooses a level of the group that has the focus and goes on to the next. */
export function RubricFields({ criteria, levels, onChoose }: { criteria: readonly Criterion[]; levels: Readonly<Record<string, string>>; onChoose: (criterionId: string, levelId: string) => void }) {
  const t = useMessages(messages);
  function onKeyDown(event: KeyboardEvent<HTMLFieldSetElement>, criterion: Criterion) {
    if (event.altKey || event.ctrlKey || event.metaKey || !/^[1-9]$/.test(event.key)) return;
    const level = criterion.levels[Number(event.key) - 1];
    if (!level) return;
    event.preventDefault();
    onChoose(criterion.id, level.id);
    focusNext(event.currentTarget);
  }

  return (
    <div className="rubric-fields">
      {criteria.map((criterion) => (
        <fieldset key={criterion.id} className="criterion" onKeyDown={(event) => onKeyDown(event, criterion)}>
          <legend>{criterion.title}</legend>
          {criterion.description && <p className="small muted">{criterion.description}</p>}
          {criterion.note && <p className="small grader-note"><b>{t("forGraders")}</b> {criterion.note}</p>}
          <div className="levels">
            {criterion.levels.map((level, index) => (
              <label key={level.id} className="level">
                <input
                  type="radio" name={levelField(criterion.id)} value={level.id}
                  checked={levels[criterion.id] === level.id} onChange={() => onChoose(criterion.id, level.id)}
                />
                <span>
                  <span className="level-title"><span><kbd aria-hidden="true">{index + 1}</kbd> {level.title}</span> <span className="muted">{formatPoints(level.points)}</span></span>
                  {level.description && <span className="small muted block">{level.description}</span>}
                </span>
              </label>
            ))}
          </div>
        </fieldset>
      ))}
    </div>
  );
}

/** Focus goes to the chosen or first level of the next criterion, after the last one to the summary. */
function focusNext(fieldset: HTMLFieldSetElement) {
  const next = fieldset.nextElementSibling;
  const target = next
    ? (next.querySelector<HTMLElement>("input:checked") ?? next.querySelector<HTMLElement>("input"))
    : (fieldset.form?.querySelector<HTMLElement>("textarea[name=summary]") ?? null);
  // After the choice was drawn: focus on an unchosen radio button of a group would otherwise be lost.
  requestAnimationFrame(() => target?.focus());
}
