import { Form, Link } from "@remix-run/react";
import { Field } from "../../ui/field.tsx";
import { formatCount } from "../../ui/format-minutes.ts";
import type { PeoplePage } from "./search-people.server.ts";

/** Everybody with an account, to find somebody and their roles. */
export function PeopleListPage({ list }: { list: PeoplePage }) {
  const { text, people, count, page, pages } = list;
  return (
    <div className="page people-page">
      <h1>People</h1>
      <Form method="get" action="/people" role="search" className="people-search">
        <Field label="Name or e-mail" name="q" type="search" defaultValue={text} key={text} autoComplete="off" spellCheck={false} />
        <button className="button">Search</button>
        {text && <Link className="button quiet" to="/people">Show everybody</Link>}
      </Form>
      <p className="muted small" role="status">{count === 0 ? `Nobody's name or e-mail holds “${text}”.` : text ? `${formatCount(count, "person", "people")} found` : formatCount(count, "person", "people")}</p>
      {people.length > 0 && (
        <ul className="sheet list people-list">
          {people.map(({ id, name, email, isAdministrator }) => (
            <li key={id}>
              <Link to={`/people/${id}`}><b><bdi>{name}</bdi></b></Link>
              <span className="muted small"><bdi>{email}</bdi></span>
              {isAdministrator && <span className="tag">administrator</span>}
            </li>
          ))}
        </ul>
      )}
      {pages > 1 && (
        <nav className="row" aria-label="Pages">
          {page > 1 ? <Link className="button" rel="prev" to={address(text, page - 1)}>Before</Link> : <span />}
          <span className="muted small">Page {page} of {pages}</span>
          {page < pages ? <Link className="button" rel="next" to={address(text, page + 1)}>Next</Link> : <span />}
        </nav>
      )}
    </div>
  );
}

function address(text: string, page: number): string {
  return `/people?${new URLSearchParams({ ...(text && { q: text }), page: String(page) })}`;
}
