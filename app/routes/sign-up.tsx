import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { Form, Link, useActionData, useLoaderData, useNavigation } from "@remix-run/react";
import { signUpForm } from "../features/accounts/account-forms.ts";
import { parseNext } from "../features/accounts/parse-next.ts";
import { signUp } from "../features/accounts/sign-up.server.ts";
import { Field } from "../ui/field.tsx";
import { Notice } from "../ui/notice.tsx";
import { readForm } from "../web/read-form.server.ts";
import { useMessages } from "../i18n/use-messages.ts";
import { messages } from "../features/accounts/messages.ts";
import { createPageT } from "../i18n/find-page-locale.ts";
import { useFieldErrors } from "../features/accounts/use-field-errors.ts";

export const meta: MetaFunction = ({ matches }) => [{ title: `${createPageT(messages, matches)("signUp")} · Rung` }];

export function loader({ context, request }: LoaderFunctionArgs) {
  const next = parseNext(new URL(request.url).searchParams.get("next"));
  if (context.user) throw redirect(next);
  return { next };
}

export async function action({ context, request }: ActionFunctionArgs) {
  const form = await readForm(request, signUpForm);
  if (!form.ok) return data({ errors: form.errors, values: form.values }, { status: 400 });
  const { name, email } = form.data;
  const waitS = await context.deps.rateLimits.countSignUp(context.address);
  if (waitS !== null) {
    const errors = { form: "tooManyAccounts" };
    return data({ errors, values: { name, email } }, { status: 429, headers: { "Retry-After": String(waitS) } });
  }
  const account = await signUp(context.deps, form.data);
  if (!account) {
    const errors = { email: "emailTaken" };
    return data({ errors, values: { name, email } }, { status: 409 });
  }
  return redirect(parseNext(form.data.next), { headers: { "Set-Cookie": account.setCookie } });
}

export default function SignUpPage() {
  const t = useMessages(messages);
  const { next } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const isBusy = useNavigation().state !== "idle";
  const errors = useFieldErrors(refused?.errors ?? {});
  const values: Record<string, string> = refused?.values ?? {};
  return (
    <div className="page narrow">
      <h1>{t("signUp")}</h1>
      {refused && <Notice tone="bad" live>{errors.form ?? t("formRefused")}</Notice>}
      <Form method="post" className="sheet stack p-6" noValidate>
        <input type="hidden" name="next" value={next} />
        <Field label={t("yourName")} name="name" autoComplete="name" required defaultValue={values.name} error={errors.name} help={t("nameHelp")} />
        <Field label={t("email")} name="email" type="email" autoComplete="username" required defaultValue={values.email} error={errors.email} />
        <Field label={t("password")} name="password" type="password" autoComplete="new-password" required minLength={10} error={errors.password} help={t("passwordHelp")} />
        <button className="button primary" disabled={isBusy}>{t(isBusy ? "oneMoment" : "signUpNow")}</button>
      </Form>
      <p>{t.rich("haveOne", { way: (words) => <Link key="way" to={`/sign-in?next=${encodeURIComponent(next)}`}>{words}</Link> })}</p>
    </div>
  );
}
