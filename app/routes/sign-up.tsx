import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { Form, Link, useActionData, useLoaderData, useNavigation } from "@remix-run/react";
import { signUpForm } from "../features/accounts/account-forms.ts";
import { parseNext } from "../features/accounts/parse-next.ts";
import { signUp } from "../features/accounts/sign-up.server.ts";
import { Field } from "../ui/field.tsx";
import { Notice } from "../ui/notice.tsx";
import { readForm } from "../web/read-form.server.ts";

export const meta: MetaFunction = () => [{ title: "Make an account · Rung" }];

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
    const errors = { form: "Many accounts were made from your network just now. Try again in an hour." };
    return data({ errors, values: { name, email } }, { status: 429, headers: { "Retry-After": String(waitS) } });
  }
  const account = await signUp(context.deps, form.data);
  if (!account) {
    const errors = { email: "There is an account with this e-mail already. Sign in instead." };
    return data({ errors, values: { name, email } }, { status: 409 });
  }
  return redirect(parseNext(form.data.next), { headers: { "Set-Cookie": account.setCookie } });
}

export default function SignUpPage() {
  const { next } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const isBusy = useNavigation().state !== "idle";
  const errors: Record<string, string> = refused?.errors ?? {};
  const values: Record<string, string> = refused?.values ?? {};
  return (
    <div className="page narrow">
      <h1>Make an account</h1>
      {refused && <Notice tone="bad" live>{errors.form ?? "Something in the form needs a change: see below."}</Notice>}
      <Form method="post" className="sheet stack p-6" noValidate>
        <input type="hidden" name="next" value={next} />
        <Field label="Your name" name="name" autoComplete="name" required defaultValue={values.name} error={errors.name} help="Graders and certificates show it." />
        <Field label="E-mail" name="email" type="email" autoComplete="username" required defaultValue={values.email} error={errors.email} />
        <Field label="Password" name="password" type="password" autoComplete="new-password" required minLength={10} error={errors.password} help="At least 10 characters. A few words in a row are easy to remember." />
        <button className="button primary" disabled={isBusy}>{isBusy ? "One moment…" : "Make the account"}</button>
      </Form>
      <p>You have one? <Link to={`/sign-in?next=${encodeURIComponent(next)}`}>Sign in</Link></p>
    </div>
  );
}
