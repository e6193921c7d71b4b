import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { Form, Link, useActionData, useLoaderData, useNavigation } from "@remix-run/react";
import { assertNever } from "../assert-never.ts";
import { signInForm } from "../features/accounts/account-forms.ts";
import { parseNext } from "../features/accounts/parse-next.ts";
import { signIn } from "../features/accounts/sign-in.server.ts";
import { Field } from "../ui/field.tsx";
import { Notice } from "../ui/notice.tsx";
import { readForm } from "../web/read-form.server.ts";
import { useMessages } from "../i18n/use-messages.ts";
import { messages } from "../features/accounts/messages.ts";
import { createPageT } from "../i18n/find-page-locale.ts";

export const meta: MetaFunction = ({ matches }) => [{ title: `${createPageT(messages, matches)("signIn")} · Rung` }];

export function loader({ context, request }: LoaderFunctionArgs) {
  const next = parseNext(new URL(request.url).searchParams.get("next"));
  if (context.user) throw redirect(next);
  return { next };
}

export async function action({ context, request }: ActionFunctionArgs) {
  const form = await readForm(request, signInForm);
  if (!form.ok) return data({ error: "noSignInForm" as const, minutes: 0, email: "" }, { status: 400 });
  const answer = await signIn(context.deps, form.data, { address: context.address });
  const { email } = form.data;
  switch (answer.kind) {
    case "signed-in":
      return redirect(parseNext(form.data.next), { headers: { "Set-Cookie": answer.setCookie } });
    case "refused":
      return data({ error: "signInRefused" as const, minutes: 0, email }, { status: 400 });
    case "too-many-tries": {
      const minutes = Math.ceil(answer.retryAfterS / 60);
      return data({ error: "tooManyTries" as const, minutes, email }, { status: 429, headers: { "Retry-After": String(answer.retryAfterS) } });
    }
    default:
      return assertNever(answer);
  }
}

export default function SignInPage() {
  const t = useMessages(messages);
  const { next } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const isBusy = useNavigation().state !== "idle";
  return (
    <div className="page narrow">
      <h1>{t("signIn")}</h1>
      {refused && <Notice tone="bad" live>{t(refused.error, { minutes: refused.minutes })}</Notice>}
      <Form method="post" className="sheet stack p-6">
        <input type="hidden" name="next" value={next} />
        <Field label={t("email")} name="email" type="email" autoComplete="username" required defaultValue={refused?.email} />
        <Field label={t("password")} name="password" type="password" autoComplete="current-password" required />
        <button className="button primary" disabled={isBusy}>{t(isBusy ? "signingIn" : "signIn")}</button>
      </Form>
      <p>{t.rich("newHere", { way: (words) => <Link key="way" to={`/sign-up?next=${encodeURIComponent(next)}`}>{words}</Link> })}</p>
    </div>
  );
}
