import { ArrowDown, ArrowUp } from "lucide-react";
import { useEffect, useRef, useState } from "react";
import { AuthorText } from "../../ui/prose.tsx";
import { useMessages } from "../../i18n/use-messages.ts";
import { KEPT_MARK } from "../drafts/form-texts.ts";
import { fieldName } from "./answer-fields.ts";
import { messages } from "./messages.ts";
import type { QuestionView, ShownChoice } from "./quiz-view.ts";

/** Steps to put in order: by two buttons each, or by the number of their place where no scripts run. */
export function OrderingField({ question }: { question: QuestionView }) {
  const t = useMessages(messages);
  const { id, choices, answer } = question;
  const [hasScripts, setHasScripts] = useState(false);
  const [order, setOrder] = useState(() => sortByPlace(choices, answer));
  const [isTouched, setTouched] = useState(question.isAnswered);
  const [said, setSaid] = useState("");
  const moved = useRef<{ stepId: string; by: -1 | 1 } | null>(null);
  const list = useRef<HTMLOListElement>(null);
  useEffect(() => setHasScripts(true), []);

  // The moved step takes the focus along: React may have put its element elsewhere, and the browser lost it then.
  useEffect(() => {
    const last = moved.current;
    if (!last) return;
    list.current?.querySelector<HTMLElement>(`[data-move="${last.stepId}:${last.by}"]`)?.focus();
    moved.current = null;
    // Whoever follows the form hears of it as of typing.
    list.current?.querySelector("input")?.dispatchEvent(new Event("input", { bubbles: true }));
  }, [order]);

  // The places were filled in by other means, e.g. by what another tab kept.
  useEffect(() => {
    const element = list.current;
    if (!element || !hasScripts) return;
    const onInput = () => {
      const places = Object.fromEntries([...element.querySelectorAll("input")].map((field) => [field.name, field.value]));
      const placeOf = ({ id: stepId }: ShownChoice) => Number(places[fieldName(id, stepId)]) || choices.length + 1;
      setTouched(Object.values(places).every((place) => place !== ""));
      setOrder((now) => {
        const next = [...now].sort((one, other) => placeOf(one) - placeOf(other));
        return next.every((step, index) => step === now[index]) ? now : next;
      });
    };
    element.addEventListener("input", onInput);
    return () => element.removeEventListener("input", onInput);
  }, [choices.length, hasScripts, id]);

  const move = (index: number, by: -1 | 1) => {
    const step = order[index];
    const other = order[index + by];
    if (!step || !other) return;
    moved.current = { stepId: step.id, by };
    setOrder(order.map((one, at) => (at === index ? other : at === index + by ? step : one)));
    setTouched(true);
    setSaid(t("moved", { text: step.text, place: String(index + by + 1), count: String(order.length) }));
  };

  return (
    <div className="question-order">
      <p className="small muted">{t("orderHelp")} {hasScripts && !isTouched && t("orderUntouched")}</p>
      <ol ref={list} className="list">
        {order.map((step, index) => (
          <li key={step.id} className="question-step">
            {hasScripts ? (
              <>
                <input type="hidden" name={fieldName(id, step.id)} value={isTouched ? index + 1 : ""} {...{ [KEPT_MARK]: "" }} />
                <span className="question-place" aria-hidden>{index + 1}</span>
              </>
            ) : (
              <select className="input question-place" name={fieldName(id, step.id)} defaultValue={answer[step.id] ?? ""} aria-label={t("place", { text: step.text })}>
                <option value="">{t("noPlace")}</option>
                {order.map((_, place) => <option key={place} value={place + 1}>{place + 1}</option>)}
              </select>
            )}
            <AuthorText html={step.html} />
            {hasScripts && (
              <span className="question-moves">
                <MoveButton label={t("moveUp", { text: step.text })} mark={`${step.id}:-1`} isEnd={index === 0} onPress={() => move(index, -1)}><ArrowUp size={18} aria-hidden /></MoveButton>
                <MoveButton label={t("moveDown", { text: step.text })} mark={`${step.id}:1`} isEnd={index === order.length - 1} onPress={() => move(index, 1)}><ArrowDown size={18} aria-hidden /></MoveButton>
              </span>
            )}
          </li>
        ))}
      </ol>
      <p className="sr-only" role="status">{said}</p>
    </div>
  );
}

/** At the end of the list it does nothing, and keeps the focus. */
function MoveButton({ label, mark, isEnd, onPress, children }: { label: string; mark: string; isEnd: boolean; onPress: () => void; children: React.ReactNode }) {
  return <button type="button" className="button small quiet" aria-label={label} title={label} aria-disabled={isEnd} data-move={mark} onClick={onPress}>{children}</button>;
}

/** By the places that were given; what has none follows in the order it was shown. */
function sortByPlace(choices: readonly ShownChoice[], answer: Readonly<Record<string, string>>): ShownChoice[] {
  const placeOf = ({ id }: ShownChoice) => Number(answer[id] ?? choices.length + 1);
  return [...choices].sort((a, b) => placeOf(a) - placeOf(b));
}
