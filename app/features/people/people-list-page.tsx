import { Form, Link } from "@remix-run/react";
import { Field } from "../../ui/field.tsx";
import type { PeoplePage } from "./search-people.server.ts";
import { useMessages } from "../../i18n/use-messages.ts";
import { messages } from "./messages.ts";

/** Everybody with an account, to find somebody and their roles. */
export function PeopleListPage({ list }: { list: PeoplePage }) {
  const t = useMessages(messages);
  const { text, people, count, page, pages } = list;
  return (
    <div className="page people-page">
      <h1>{t("title")}</h1>
      <Form method="get" action="/people" role="search" className="people-search">
        <Field label={t("searchLabel")} name="q" type="search" defaultValue={text} key={text} autoComplete="off" spellCheck={false} />
        <button className="button">{t("search")}</button>
        {text && <Link className="button quiet" to="/people">{t("showAll")}</Link>}
      </Form>
      <p className="muted small" role="status">{count === 0 ? t("none", { text }) : t(text ? "found" : "count", { count })}</p>
      {people.length > 0 && (
        <ul className="sheet list people-list">
          {people.map(({ id, name, email, isAdministrator }) => (
            <li key={id}>
              <Link to={`/people/${id}`}><b><bdi>{name}</bdi></b></Link>
              <span className="muted small"><bdi>{email}</bdi></span>
              {isAdministrator && <span className="tag">{t("administrator")}</span>}
            </li>
          ))}
        </ul>
      )}
      {pages > 1 && (
        <nav className="row" aria-label={t("pages")}>
          {page > 1 ? <Link className="button" rel="prev" to={address(text, page - 1)}>{t("before")}</Link> : <span />}
          <span className="muted small">{t("pageOf", { page: String(page), pages: String(pages) })}</span>
          {page < pages ? <Link className="button" rel="next" to={address(text, page + 1)}>{t("next")}</Link> : <span />}
        </nav>
      )}
    </div>
  );
}

function address(text: string, page: number): string {
  return `/people?${new URLSearchParams({ ...(text && { q: text }), page: String(page) })}`;
}
