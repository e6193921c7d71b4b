import { When } from "../../ui/when.tsx";
import { CommentList } from "./comment-list.tsx";
import { DecisionPanel } from "./decision-panel.tsx";
import type { CommentView, PreviousView } from "./review-view.ts";

/** What was said about the hand-in before, the learner's answers included. */
export function PreviousReview({ previous, now }: { previous: PreviousView; now: Date }) {
  return (
    <section className="sheet side-part stack" aria-label="The review before">
      <p className="muted small">Handed in <When at={previous.handedInAt} now={now} /></p>
      {previous.decided && <DecisionPanel decided={previous.decided} now={now} />}
      {groupByPlace(previous.comments).map(({ key, label, comments }) => (
        <div key={key}>
          <p className="small talk-place">{label}</p>
          <CommentList comments={comments} now={now} />
        </div>
      ))}
    </section>
  );
}

function groupByPlace(comments: readonly CommentView[]): { key: string; label: string; comments: CommentView[] }[] {
  const groups = new Map<string, { key: string; label: string; comments: CommentView[] }>();
  for (const comment of comments) {
    const { place } = comment;
    const key = place ? `${place.path}:${place.line}` : "whole";
    const group = groups.get(key) ?? { key, label: place ? `${place.path}, line ${place.line}` : "On the whole", comments: [] };
    group.comments.push(comment);
    groups.set(key, group);
  }
  return [...groups.values()];
}
