import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { messages } from "../features/roles/messages.ts";
import { listRoles } from "../features/roles/open-role.server.ts";
import { createPageT } from "../i18n/find-page-locale.ts";
import { useLocale, useMessages } from "../i18n/use-messages.ts";

export const meta: MetaFunction = ({ matches }) => {
  const t = createPageT(messages, matches);
  return [{ title: `${t("title")} · Rung` }, { name: "description", content: t("lead") }];
};

export function loader({ context }: LoaderFunctionArgs) {
  return { roles: listRoles(context.deps) };
}

export default function RolesPage() {
  const t = useMessages(messages);
  const locale = useLocale();
  const { roles } = useLoaderData<typeof loader>();
  const join = new Intl.ListFormat(locale, { style: "long", type: "conjunction" });
  return (
    <div className="page">
      <header className="stack page-head">
        <h1>{t("title")}</h1>
        <p className="muted">{t("lead")}</p>
      </header>
      {roles.length === 0 && <p className="sheet empty-state muted">{t("none")}</p>}
      <ul className="course-tiles">
        {roles.map((role) => (
          <li key={role.id}>
            <article className="sheet course-tile">
              <h2 className="h3"><Link className="tile-link" to={`/roles/${role.id}`} prefetch="intent">{role.title}</Link></h2>
              <p>{role.summary}</p>
              <p className="small muted">{t("levels", { names: join.format(role.levels) })}</p>
              <p className="small muted">{t("covered", { covered: String(role.covered), skills: String(role.skills) })}</p>
            </article>
          </li>
        ))}
      </ul>
    </div>
  );
}
