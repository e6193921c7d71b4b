import { Link } from "@remix-run/react";
import { useMessages } from "../../i18n/use-messages.ts";
import { When } from "../../ui/when.tsx";
import { showInvisible } from "../reviews/show-invisible.ts";
import { messages } from "./messages.ts";
import type { QuestionItem } from "./question-view.ts";

/** Questions one below the other. */
export function QuestionList({ questions, now, hasPlace = true }: { questions: readonly QuestionItem[]; now: Date; hasPlace?: boolean }) {
  return (
    <ul className="question-list">
      {questions.map((question) => <Item key={question.id} question={question} now={now} hasPlace={hasPlace} />)}
    </ul>
  );
}

function Item({ question, now, hasPlace }: { question: QuestionItem; now: Date; hasPlace: boolean }) {
  const t = useMessages(messages);
  const { id, words, state, detail, place, askerName, isShared, isUnseen, updatedAt } = question;
  return (
    <li className={isUnseen ? "question-item is-unseen" : "question-item"}>
      <Link to={`/questions/${id}`} className="question-words">{showInvisible(words)}</Link>
      {detail && <span className="small muted question-detail">{showInvisible(detail)}</span>}
      <span className="question-facts small muted">
        {isUnseen && <b className="tag attention">{t("unseen")}</b>}
        <StateTag state={state} />
        {isShared && <span className="tag">{t("shared")}</span>}
        {askerName && <bdi>{showInvisible(askerName)}</bdi>}
        {hasPlace && <span>{place.courseTitle} · {place.activityTitle}</span>}
        <When at={updatedAt} now={now} />
      </span>
    </li>
  );
}

const STATES = { open: "stateOpen", answered: "stateAnswered", resolved: "stateResolved" } as const;

export function StateTag({ state }: { state: QuestionItem["state"] }) {
  const t = useMessages(messages);
  return <span className={state === "open" ? "tag attention" : "tag good"}>{t(STATES[state])}</span>;
}
