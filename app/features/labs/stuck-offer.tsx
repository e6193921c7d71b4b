import { Link } from "@remix-run/react";
import { LifeBuoy } from "lucide-react";
import { useState, type FormEvent } from "react";
import { useMessages } from "../../i18n/use-messages.ts";
import { useActAs } from "../accounts/use-act-as.ts";
import { buildAskAddress } from "../questions/ask-address.ts";
import { showInvisible } from "../reviews/show-invisible.ts";
import { messages } from "./help-messages.ts";
import type { LabHelp } from "./use-lab-help.ts";

/** Longest name of a test that is said whole. */
const NAME_SHOWN = 80;

/** A calm offer for somebody who may be stuck: the next hint, the lesson that explains it, a question to a person. */
export function StuckOffer({ path, help }: { path: string; help: LabHelp }) {
  const t = useMessages(messages);
  const actAs = useActAs();
  const { stuck, hints, view, decline } = help;
  const [opened, setOpened] = useState<number | null>(null);
  if (!stuck) return null;
  const test = stuck.kind === "test" ? stuck.name : undefined;

  function onDecline(event: FormEvent) {
    event.preventDefault();
    if (stuck) decline(stuck);
  }

  async function openHint(event: FormEvent) {
    event.preventDefault();
    setOpened(await hints.open());
  }

  return (
    <aside className="stuck-offer" aria-label={t("offer")}>
      <p className="stuck-said"><LifeBuoy size={20} aria-hidden /> <span>{stuck.kind === "test" ? t("stuckTest", { name: shorten(showInvisible(stuck.name)), times: String(stuck.times) }) : t("stuckTime")}</span></p>
      <ul>
        {hints.next !== null && (
          <li>
            <form method="post" action={actAs(`${path}/hints`)} onSubmit={(event) => void openHint(event)}>
              <input type="hidden" name="number" value={hints.next} />
              <button className="link-button" aria-disabled={hints.isOpening}>{t("hint", { number: String(hints.next), count: String(hints.count) })}</button>
            </form>
          </li>
        )}
        {view.lesson && <li><Link to={view.lesson.path}>{view.lesson.heading ? t("lessonAt", { heading: view.lesson.heading, title: view.lesson.title }) : t("lesson", { title: view.lesson.title })}</Link></li>}
        <li><Link to={buildAskAddress(path, test ? { about: "test", test, said: help.said ?? undefined } : { about: "activity" })}>{t("ask")}</Link> <span className="small muted">{t("askHelp")}</span></li>
      </ul>
      <p role="status" className="small">{opened !== null ? <a href={`#hint-${opened}`}>{t("hintOpened", { number: String(opened) })}</a> : ""}</p>
      <form method="post" action={actAs(`${path}/offers`)} onSubmit={onDecline} className="stuck-away">
        {test !== undefined && <input type="hidden" name="test" value={test} />}
        <button className="button quiet small">{t("dismiss")}</button>
      </form>
    </aside>
  );
}

function shorten(name: string): string {
  return name.length > NAME_SHOWN ? `${name.slice(0, NAME_SHOWN)}…` : name;
}
