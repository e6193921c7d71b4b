import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { assertNever } from "../assert-never.ts";
import { changePasswordForm, profileForm } from "../features/accounts/account-forms.ts";
import { changePassword } from "../features/accounts/change-password.server.ts";
import { updateProfile } from "../features/accounts/update-profile.server.ts";
import { Field } from "../ui/field.tsx";
import { Notice } from "../ui/notice.tsx";
import { readForm } from "../web/read-form.server.ts";
import { notFound, requireUser } from "../web/require-user.server.ts";
import type { RequestContext } from "../web/request-context.server.ts";

export const meta: MetaFunction = () => [{ title: "Your account · Rung" }];

const SAID = { profile: "Saved.", password: "Your password is changed, and every other device is signed out." } as const;

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
      return data({ errors: { currentPassword: "That is not your password of now." }, values: {} }, { status: 400 });
    case "too-many-tries":
      return data({ errors: { currentPassword: "Too many tries. Wait some minutes and try again." }, values: {} }, { status: 429, headers: { "Retry-After": String(answer.retryAfterS) } });
    default:
      return assertNever(answer);
  }
}

export default function AccountPage() {
  const { name, email, editor, said } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const errors: Record<string, string> = refused?.errors ?? {};
  const values: Record<string, string> = refused?.values ?? {};
  return (
    <div className="page narrow">
      <h1>Your account</h1>
      {said && !refused && <Notice tone="good" live>{said}</Notice>}
      <section className="sheet stack p-6" aria-labelledby="you">
        <h2 id="you">You</h2>
        <p className="muted">{email}</p>
        <Form method="post" action="/account?form=profile" className="stack">
          <Field label="Your name" name="name" autoComplete="name" required defaultValue={values.name ?? name} error={errors.name} />
          <fieldset className="stack" style={{ gap: "var(--space-2)" }}>
            <legend className="font-bold">Editor in labs</legend>
            <label className="choice"><input type="radio" name="editor" value="monaco" defaultChecked={editor === "monaco"} /> Monaco: colours, completion, shortcuts</label>
            <label className="choice"><input type="radio" name="editor" value="plain" defaultChecked={editor === "plain"} /> Plain: light, made for screen readers and small screens</label>
          </fieldset>
          <button className="button primary">Save</button>
        </Form>
      </section>
      <section className="sheet stack p-6" aria-labelledby="password">
        <h2 id="password">Password</h2>
        <Form method="post" action="/account?form=password" className="stack">
          <input type="text" name="username" autoComplete="username" defaultValue={email} hidden readOnly />
          <Field label="Password of now" name="currentPassword" type="password" autoComplete="current-password" required error={errors.currentPassword} />
          <Field label="New password" name="newPassword" type="password" autoComplete="new-password" required minLength={10} error={errors.newPassword} help="At least 10 characters. All your other devices are signed out." />
          <button className="button">Change the password</button>
        </Form>
      </section>
      <Form method="post" action="/sign-out"><button className="button quiet">Sign out</button></Form>
    </div>
  );
}
