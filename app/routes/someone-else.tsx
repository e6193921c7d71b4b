import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Form, Link, useLoaderData } from "@remix-run/react";
import { someoneElseMessages } from "../features/accounts/someone-else-messages.ts";
import { createPageT } from "../i18n/find-page-locale.ts";
import { useMessages } from "../i18n/use-messages.ts";
import { requireUser } from "../web/require-user.server.ts";

export const meta: MetaFunction = ({ matches }) => [{ title: `${createPageT(someoneElseMessages, matches)("title")} · Rung` }];

export function loader({ context, request }: LoaderFunctionArgs) {
  return { name: requireUser(context, request).name };
}

/** Where a form leads whose page belongs to another person than the one who is signed in. */
export default function SomeoneElse() {
  const t = useMessages(someoneElseMessages);
  const { name } = useLoaderData<typeof loader>();
  return (
    <div className="page reading stack">
      <h1>{t("title")}</h1>
      <p>{t("text")}</p>
      <p>{t("kept")}</p>
      <div className="error-page-ways">
        <Form method="post" action="/sign-out"><button className="button primary">{t("signOut")}</button></Form>
        <Link className="button" to="/today">{t("goOn", { name })}</Link>
      </div>
    </div>
  );
}
