import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { assertNever } from "../assert-never.ts";
import { changePasswordForm, profileForm } from "../features/accounts/account-forms.ts";
import { changePassword } from "../features/accounts/change-password.server.ts";
import { updateProfile } from "../features/accounts/update-profile.server.ts";
import { ExportPart } from "../features/exports/export-part.tsx";
import { Field } from "../ui/field.tsx";
import { Notice } from "../ui/notice.tsx";
import { readForm } from "../web/read-form.server.ts";
import { notFound, requireUser } from "../web/require-user.server.ts";
import type { RequestContext } from "../web/request-context.server.ts";
import { useMessages } from "../i18n/use-messages.ts";
import { messages } from "../features/accounts/messages.ts";
import { createPageT } from "../i18n/find-page-locale.ts";
import { useFieldErrors } from "../features/accounts/use-field-errors.ts";
import { LanguagePicker } from "../ui/language-picker.tsx";

export const meta: MetaFunction = ({ matches }) => [{ title: `${createPageT(messages, matches)("account")} · Rung` }];

const SAID = { profile: "saidProfile", password: "saidPassword" } as const;

export function loader({ context, request }: LoaderFunctionArgs) {
  const { name, email, editor } = requireUser(context, request);
  const done = new URL(request.url).searchParams.get("done");
  return { name, email, editor, said: done === "profile" || done === "password" ? SAID[done] : null };
}

export async function action({ context, request }: ActionFunctionArgs) {
  const user = requireUser(context, request);
  const intent = new URL(request.url).searchParams.get("form");
  if (intent === "profile") return saveProfile(context, request, user.id);
  if (intent === "password") return savePassword(context, request, user.id);
  throw notFound();
}

async function saveProfile(context: RequestContext, request: Request, userId: string) {
  const form = await readForm(request, profileForm);
  if (!form.ok) return data({ errors: form.errors, values: form.values }, { status: 400 });
  await updateProfile(context.deps, form.data, { userId });
  return redirect("/account?done=profile");
}

async function savePassword(context: RequestContext, request: Request, userId: string) {
  const form = await readForm(request, changePasswordForm);
  if (!form.ok) return data({ errors: form.errors, values: form.values }, { status: 400 });
  const answer = await changePassword(context.deps, form.data, { userId, address: context.address });
  switch (answer.kind) {
    case "changed":
      return redirect("/account?done=password", { headers: { "Set-Cookie": answer.setCookie } });
    case "wrong-password":
      return data({ errors: { currentPassword: "wrongPassword" }, values: {} }, { status: 400 });
    case "too-many-tries":
      return data({ errors: { currentPassword: "tooManySome" }, values: {} }, { status: 429, headers: { "Retry-After": String(answer.retryAfterS) } });
    default:
      return assertNever(answer);
  }
}

export default function AccountPage() {
  const t = useMessages(messages);
  const { name, email, editor, said } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const errors = useFieldErrors(refused?.errors ?? {});
  const values: Record<string, string> = refused?.values ?? {};
  return (
    <div className="page narrow">
      <h1>{t("account")}</h1>
      {said && !refused && <Notice tone="good" live>{t(said)}</Notice>}
      <section className="sheet stack p-6" aria-labelledby="you">
        <h2 id="you">{t("you")}</h2>
        <p className="muted">{email}</p>
        <Form method="post" action="/account?form=profile" className="stack">
          <Field label={t("yourName")} name="name" autoComplete="name" required defaultValue={values.name ?? name} error={errors.name} />
          <fieldset className="stack" style={{ gap: "var(--space-2)" }}>
            <legend className="font-bold">{t("editorTitle")}</legend>
            <label className="choice"><input type="radio" name="editor" value="monaco" defaultChecked={editor === "monaco"} /> {t("editorMonaco")}</label>
            <label className="choice"><input type="radio" name="editor" value="plain" defaultChecked={editor === "plain"} /> {t("editorPlain")}</label>
          </fieldset>
          <button className="button primary">{t("save")}</button>
        </Form>
      </section>
      <section className="sheet stack p-6" aria-labelledby="language">
        <h2 id="language">{t("languageTitle")}</h2>
        <p className="muted small">{t("languageHelp")}</p>
        <LanguagePicker />
      </section>
      <section className="sheet stack p-6" aria-labelledby="password">
        <h2 id="password">{t("passwordTitle")}</h2>
        <Form method="post" action="/account?form=password" className="stack">
          <input type="text" name="username" autoComplete="username" defaultValue={email} hidden readOnly />
          <Field label={t("passwordNow")} name="currentPassword" type="password" autoComplete="current-password" required error={errors.currentPassword} />
          <Field label={t("passwordNew")} name="newPassword" type="password" autoComplete="new-password" required minLength={10} error={errors.newPassword} help={t("passwordNewHelp")} />
          <button className="button">{t("passwordChange")}</button>
        </Form>
      </section>
      <ExportPart />
      <Form method="post" action="/sign-out"><button className="button quiet">{t("signOut")}</button></Form>
    </div>
  );
}
