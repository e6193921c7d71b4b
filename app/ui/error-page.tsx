import type { Locale } from "../i18n/locales.ts";
import { createT } from "../i18n/messages.ts";
import { useLocale, useMessages } from "../i18n/use-messages.ts";
import { Link } from "./link.tsx";
import { messages } from "./messages.ts";

/** What happened and what to do next, by the status of the answer. */
export function describeError(status: number, locale: Locale): { title: string; text: string } {
  const t = createT(messages, locale);
  switch (status) {
    case 404:
      return { title: t("error404Title"), text: t("error404Text") };
    case 413:
      return { title: t("error413Title"), text: t("error413Text") };
    case 429:
      return { title: t("error429Title"), text: t("error429Text") };
    case 507:
      return { title: t("error507Title"), text: t("error507Text") };
    default:
      return status >= 500 ? { title: t("errorOursTitle"), text: t("errorOursText") } : { title: t("errorOtherTitle"), text: t("errorOtherText") };
  }
}

/** In place of a page that could not be shown. */
export function ErrorPage({ status, isSignedIn }: { status: number; isSignedIn: boolean }) {
  const t = useMessages(messages);
  const { title, text } = describeError(status, useLocale());
  return (
    <div className="page error-page">
      <BrokenLadder />
      <div className="stack">
        <p className="small muted">{t("errorNumber", { status: String(status) })}</p>
        <h1>{title}</h1>
        <p>{text}</p>
        <p className="error-page-ways">
          <Link className="button primary" to={isSignedIn ? "/today" : "/"}>{t(isSignedIn ? "goToday" : "goStart")}</Link>
          <Link className="button" to="/courses">{t("seeCourses")}</Link>
        </p>
      </div>
    </div>
  );
}

/** The sign of the house with a rung that has slipped. */
function BrokenLadder() {
  return (
    <svg className="broken-ladder" viewBox="0 0 60 120" fill="none" strokeWidth="7" strokeLinecap="round" aria-hidden="true">
      <path d="M12 6v108M48 6v108M12 24h36M12 94h36" stroke="var(--pine)" />
      <path d="M13 52l34 17" stroke="var(--amber)" />
    </svg>
  );
}
