import { Ladder } from "../../ui/ladder.tsx";
import { useMessages } from "../../i18n/use-messages.ts";
import { messages } from "./messages.ts";
import { Link } from "../../ui/link.tsx";

/** The first page of somebody who is in no course yet. */
export function NothingYet({ name }: { name: string }) {
  const t = useMessages(messages);
  return (
    <section className="sheet empty-state" aria-labelledby="nothing-yet">
      <Ladder groups={[["ahead", "ahead", "ahead", "ahead", "ahead", "ahead", "ahead"]]} label={t("emptyLadder")} />
      <h1 id="nothing-yet">{t("welcome", { name })}</h1>
      <p className="muted">{t("welcomeHelp")}</p>
      <Link className="button primary" to="/courses">{t("choose")}</Link>
    </section>
  );
}
