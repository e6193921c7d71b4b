import { Link } from "@remix-run/react";
import { Repeat } from "lucide-react";
import { useMessages } from "../../i18n/use-messages.ts";
import { messages } from "./messages.ts";

/** On the day's page, when something waits to be recalled. */
export function PracticeOffer({ due }: { due: number }) {
  const t = useMessages(messages);
  if (due === 0) return null;
  return (
    <section className="sheet panel-part" aria-labelledby="practice-offer">
      <h2 className="h3" id="practice-offer"><Repeat size={18} aria-hidden /> {t("title")}</h2>
      <p className="muted">{t("due", { due })}</p>
      <div><Link className="button" to="/practice">{t("start")}</Link></div>
    </section>
  );
}
