import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { Form, Link, useActionData, useLoaderData, useNavigation } from "@remix-run/react";
import { assertNever } from "../assert-never.ts";
import { signInForm } from "../features/accounts/account-forms.ts";
import { parseNext } from "../features/accounts/parse-next.ts";
import { signIn } from "../features/accounts/sign-in.server.ts";
import { Field } from "../ui/field.tsx";
import { Notice } from "../ui/notice.tsx";
import { readForm } from "../web/read-form.server.ts";

export const meta: MetaFunction = () => [{ title: "Sign in · Rung" }];

export function loader({ context, request }: LoaderFunctionArgs) {
  const next = parseNext(new URL(request.url).searchParams.get("next"));
  if (context.user) throw redirect(next);
  return { next };
}

export async function action({ context, request }: ActionFunctionArgs) {
  const form = await readForm(request, signInForm);
  if (!form.ok) return data({ error: "That was no sign-in form. Try again.", email: "" }, { status: 400 });
  const answer = await signIn(context.deps, form.data, { address: context.address });
  const { email } = form.data;
  switch (answer.kind) {
    case "signed-in":
      return redirect(parseNext(form.data.next), { headers: { "Set-Cookie": answer.setCookie } });
    case "refused":
      return data({ error: "No account fits this e-mail and password. Check both and try again.", email }, { status: 400 });
    case "too-many-tries": {
      const minutes = Math.ceil(answer.retryAfterS / 60);
      const error = `Too many tries. Wait ${minutes} ${minutes === 1 ? "minute" : "minutes"} and try again.`;
      return data({ error, email }, { status: 429, headers: { "Retry-After": String(answer.retryAfterS) } });
    }
    default:
      return assertNever(answer);
  }
}

export default function SignInPage() {
  const { next } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const isBusy = useNavigation().state !== "idle";
  return (
    <div className="page narrow">
      <h1>Sign in</h1>
      {refused && <Notice tone="bad" live>{refused.error}</Notice>}
      <Form method="post" className="sheet stack p-6">
        <input type="hidden" name="next" value={next} />
        <Field label="E-mail" name="email" type="email" autoComplete="username" required defaultValue={refused?.email} />
        <Field label="Password" name="password" type="password" autoComplete="current-password" required />
        <button className="button primary" disabled={isBusy}>{isBusy ? "Signing in…" : "Sign in"}</button>
      </Form>
      <p>New here? <Link to={`/sign-up?next=${encodeURIComponent(next)}`}>Make an account</Link></p>
    </div>
  );
}
