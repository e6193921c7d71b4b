import { When } from "../../ui/when.tsx";
import { CommentList } from "./comment-list.tsx";
import { DecisionPanel } from "./decision-panel.tsx";
import type { CommentView, PreviousView } from "./review-view.ts";
import { useMessages } from "../../i18n/use-messages.ts";
import { messages } from "./messages.ts";

/** What was said about the hand-in before, the learner's answers included. */
export function PreviousReview({ previous, now }: { previous: PreviousView; now: Date }) {
  const t = useMessages(messages);
  return (
    <section className="sheet side-part stack" aria-label={t("reviewBefore")}>
      <p className="muted small">{t.rich("handedIn", { when: () => <When key="when" at={previous.handedInAt} now={now} /> })}</p>
      {previous.decided && <DecisionPanel decided={previous.decided} now={now} />}
      {groupByPlace(previous.comments).map(({ key, place, comments }) => (
        <div key={key}>
          <p className="small talk-place">{place ? t("place", { path: place.path, line: String(place.line) }) : t("onWhole")}</p>
          <CommentList comments={comments} now={now} />
        </div>
      ))}
    </section>
  );
}

function groupByPlace(comments: readonly CommentView[]): { key: string; place: CommentView["place"]; comments: CommentView[] }[] {
  const groups = new Map<string, { key: string; place: CommentView["place"]; comments: CommentView[] }>();
  for (const comment of comments) {
    const { place } = comment;
    const key = place ? `${place.path}:${place.line}` : "whole";
    const group = groups.get(key) ?? { key, place, comments: [] };
    group.comments.push(comment);
    groups.set(key, group);
  }
  return [...groups.values()];
}
