import { redirect, type ActionFunctionArgs } from "@remix-run/node";
import { chooseLanguage } from "../features/accounts/choose-language.server.ts";
import { languageForm } from "../features/accounts/language-form.ts";
import { parsePath } from "../features/accounts/parse-next.ts";
import { readForm } from "../web/read-form.server.ts";
import { refuseForm } from "../web/say-plainly.server.ts";

export function loader() {
  return redirect("/");
}

/** Remembers the language that somebody chose, and goes back to the page where they chose. */
export async function action({ context, request }: ActionFunctionArgs) {
  const form = await readForm(request, languageForm);
  if (!form.ok) throw refuseForm(context);
  const { setCookie } = await chooseLanguage(context.deps, { userId: context.user?.id ?? null, language: form.data.language });
  return redirect(parsePath(form.data.next) ?? "/", { status: 303, headers: { "Set-Cookie": setCookie } });
}
