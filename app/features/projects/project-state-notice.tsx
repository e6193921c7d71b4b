import { Form, Link } from "@remix-run/react";
import { Fragment, type ReactNode } from "react";
import { Notice } from "../../ui/notice.tsx";
import { When } from "../../ui/when.tsx";
import { useActAs } from "../accounts/use-act-as.ts";
import type { ActivityPlace } from "../progress/enter-activity.server.ts";
import type { ProjectView } from "./project-view.ts";
import { useMessages } from "../../i18n/use-messages.ts";
import { messages } from "./messages.ts";

const TONES = { draft: "plain", waiting: "attention", "in-review": "attention", "changes-asked": "attention", accepted: "good" } as const;

/** Where the project stands and what comes next, in one or two sentences. */
export function ProjectStateNotice({ project, place }: { project: ProjectView; place: ActivityPlace }) {
  const t = useMessages(messages);
  const actAs = useActAs();
  const { state, handIns, hasUnseen, now, path } = project;
  if (!place.isEnrolled) return <Notice>{t("onlyLooking")}</Notice>;
  const newest = handIns[0];
  const handed = () => newest && <Fragment key="handed">{t.rich(newest.number > 1 ? "handedInAgain" : "handedInWhen", { number: newest.number, when: () => <When key="when" at={newest.handedInAt} now={now} /> })}</Fragment>;
  const parts = { b: (words: ReactNode) => <b key="b">{words}</b>, way: (words: ReactNode) => <a key="way" href="#review">{words}</a>, handed };
  return (
    <div id="state" className="project-state">
      <Notice tone={TONES[state]} live>
        <p>{t.rich(`state-${state}`, parts)} {state === "accepted" && place.next && <Link to={place.next.path}>{t("nextIs", { title: place.next.title })}</Link>}</p>
      </Notice>
      {hasUnseen && (
        <noscript>
          <Form method="post" action={actAs(path)}><button className="button small" name="intent" value="seen">{t("haveRead")}</button></Form>
        </noscript>
      )}
    </div>
  );
}
