import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Form, Link, useActionData, useLoaderData } from "@remix-run/react";
import { endReminders, isOptOutKey } from "../features/reminders/end-reminders.server.ts";
import { messages } from "../features/reminders/messages.ts";
import { useMessages } from "../i18n/use-messages.ts";
import { notFound } from "../web/require-user.server.ts";

export const meta: MetaFunction = () => [{ title: "Rung" }, { name: "robots", content: "noindex" }];

const keyOf = (request: Request) => new URL(request.url).searchParams.get("key") ?? "";

/** Asks first: mail programs open links to look at them, and that must not end anything. */
export async function loader({ context, request }: LoaderFunctionArgs) {
  const key = keyOf(request);
  if (!(await isOptOutKey(context.deps, { key }))) throw notFound();
  return { key };
}

/** The page's button, and the POST of a mail program's own (RFC 8058): no session, no further question. */
export async function action({ context, request }: ActionFunctionArgs) {
  if (!(await endReminders(context.deps, { key: keyOf(request) }))) throw notFound();
  return { isEnded: true };
}

export default function EndRemindersPage() {
  const { key } = useLoaderData<typeof loader>();
  const isEnded = useActionData<typeof action>()?.isEnded ?? false;
  const t = useMessages(messages);
  return (
    <div className="page narrow">
      <section className="sheet stack p-6" aria-labelledby="end" role={isEnded ? "status" : undefined}>
        <h1 id="end">{t(isEnded ? "ended" : "endTitle")}</h1>
        <p className="muted">{t(isEnded ? "endedHelp" : "endLead")}</p>
        {isEnded ? (
          <p><Link to="/plan">{t("toPlan")}</Link></p>
        ) : (
          <Form method="post" action={`/reminders/end?key=${encodeURIComponent(key)}`}><button className="button primary">{t("endButton")}</button></Form>
        )}
      </section>
    </div>
  );
}
