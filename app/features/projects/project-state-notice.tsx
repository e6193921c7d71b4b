import { Form, Link } from "@remix-run/react";
import { Notice } from "../../ui/notice.tsx";
import { When } from "../../ui/when.tsx";
import type { ActivityPlace } from "../progress/enter-activity.server.ts";
import { formatOrdinal } from "../reviews/format-points.ts";
import type { ProjectView } from "./project-view.ts";

const TONES = { draft: "plain", waiting: "attention", "in-review": "attention", "changes-asked": "attention", accepted: "good" } as const;

/** Where the project stands and what comes next, in one or two sentences. */
export function ProjectStateNotice({ project, place }: { project: ProjectView; place: ActivityPlace }) {
  const { state, handIns, hasUnseen, now, path } = project;
  if (!place.isEnrolled) return <Notice>You are looking at this project without being enrolled, so nothing can be handed in.</Notice>;
  const newest = handIns[0];
  const handedIn = newest && <>Handed in <When at={newest.handedInAt} now={now} />{newest.number > 1 && <>, for the {formatOrdinal(newest.number)} time</>}.</>;
  return (
    <div id="state" className="project-state">
      <Notice tone={TONES[state]} live>
        {state === "draft" && <p><b>Not handed in yet.</b> What you type is saved as a draft. Hand in when it is ready; a grader reads it and writes back.</p>}
        {state === "waiting" && <p><b>Handed in, waiting for a grader.</b> {handedIn} You can go on and hand in again: the newest one is the one that is read.</p>}
        {state === "in-review" && <p><b>In review.</b> {handedIn} A grader is reading it.</p>}
        {state === "changes-asked" && <p><b>Changes asked for.</b> Read what the grader wrote, change your work below, and hand it in again. <a href="#review">Go to the review</a></p>}
        {state === "accepted" && <p><b>Accepted.</b> This project is done, and its rung is filled. {place.next && <Link to={place.next.path}>Next: {place.next.title}</Link>}</p>}
      </Notice>
      {hasUnseen && (
        <noscript>
          <Form method="post" action={path}><button className="button small" name="intent" value="seen">I have read the review: take it off my news</button></Form>
        </noscript>
      )}
    </div>
  );
}
