import { Link, useLocation } from "@remix-run/react";
import { useLocale, useMessages } from "../../i18n/use-messages.ts";
import { formatMinutes } from "../../ui/format-minutes.ts";
import { Notice } from "../../ui/notice.tsx";
import { formatShare } from "../progress/gate-words.ts";
import { messages } from "./messages.ts";
import type { OfferView, PlacementView } from "./open-placement.server.ts";

/** On the page of a placement test: what it is before, and what may be skipped after it. */
export function PlacementPart({ placement, next }: { placement: PlacementView; next: { title: string; path: string } | null }) {
  const t = useMessages(messages);
  const said = useSaid();
  if (!placement.hasTried) return <Notice>{t("before")}</Notice>;
  const hasEarned = placement.offers.some(({ isEarned }) => isEarned);
  const canSkip = placement.offers.some(({ isEarned, state }) => isEarned && state === "open");
  return (
    <section className="sheet placement" id="placement" aria-labelledby="placement-title" tabIndex={-1}>
      <h2 id="placement-title">{t("title")}</h2>
      {said && <Notice tone="good" live>{said}</Notice>}
      <p className="muted">{hasEarned ? t("lead") : t("leadNone")}</p>
      {/* Plain forms: the whole page, its ladder too, comes back as it is then. */}
      <form method="post" action={placement.path} id="skip">
        <ul className="placement-offers">{placement.offers.map((offer) => <Offer key={offer.key} offer={offer} path={placement.path} />)}</ul>
        {canSkip && <button className="button primary" name="intent" value="skip">{t("skip")}</button>}
      </form>
      {next && <p><Link to={next.path}>{t("goOn", { title: next.title })}</Link></p>}
    </section>
  );
}

function Offer({ offer, path }: { offer: OfferView; path: string }) {
  const t = useMessages(messages);
  const locale = useLocale();
  const { key, title, count, minutes, needed, reached, isEarned, state } = offer;
  const id = `skip-${key.replace("/", "-")}`;
  const share = (value: number) => formatShare(locale, value);
  const score = reached === null ? t("notAsked", { needed: share(needed) }) : t(isEarned ? "earned" : "notEarned", { score: share(reached), needed: share(needed) });
  return (
    <li>
      {isEarned && state === "open" ? <input type="checkbox" id={id} name="part" value={key} aria-describedby={`${id}-facts`} defaultChecked /> : <span aria-hidden className="ladder single"><i className={state === "open" ? undefined : "done"} /></span>}
      <span>
        <label htmlFor={isEarned && state === "open" ? id : undefined}><b>{title}</b></label>
        <span className="block small muted" id={`${id}-facts`}>{t("holds", { count, time: formatMinutes(minutes) })} · {score}</span>
      </span>
      {state === "done" && <span className="tag good">{t("alreadyDone")}</span>}
      {state === "skipped" && (
        <span className="placement-skipped">
          <span className="tag">{t("skipped")}</span>
          <button className="button small quiet" formAction={`${path}?part=${encodeURIComponent(key)}`} name="intent" value="undo" aria-label={t("undoName", { title })}>{t("undo")}</button>
        </span>
      )}
    </li>
  );
}

/** What the address says was done. */
function useSaid(): string | null {
  const t = useMessages(messages);
  const query = new URLSearchParams(useLocation().search);
  const skipped = query.get("skipped");
  if (skipped !== null && /^\d{1,3}$/.test(skipped)) return t("said-skipped", { count: Number(skipped) });
  return query.has("undone") ? t("said-undone") : null;
}
