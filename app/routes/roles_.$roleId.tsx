import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { messages } from "../features/roles/messages.ts";
import { openRole } from "../features/roles/open-role.server.ts";
import { RoleLevel } from "../features/roles/role-level.tsx";
import { createPageT } from "../i18n/find-page-locale.ts";
import { useMessages } from "../i18n/use-messages.ts";
import { Crumbs } from "../ui/crumbs.tsx";
import { notFound } from "../web/require-user.server.ts";

export const meta: MetaFunction<typeof loader> = ({ data, matches }) =>
  data ? [{ title: `${data.role.title} · Rung` }, { name: "description", content: data.role.summary }] : [{ title: `${createPageT(messages, matches)("notFound")} · Rung` }];

export async function loader({ context, params }: LoaderFunctionArgs) {
  const role = await openRole(context.deps, { roleId: params.roleId ?? "", userId: context.user?.id ?? null });
  if (!role) throw notFound();
  return { role };
}

export default function RolePage() {
  const t = useMessages(messages);
  const { role } = useLoaderData<typeof loader>();
  return (
    <div className="page narrow">
      <Crumbs trail={[{ label: t("title"), to: "/roles" }]} />
      <header className="stack page-head">
        <h1>{role.title}</h1>
        <p>{role.summary}</p>
      </header>
      <div className="stack">
        {role.levels.map((level, index) => <RoleLevel key={level.id} level={level} number={index + 1} />)}
      </div>
    </div>
  );
}
