import { redirect, type ActionFunctionArgs } from "@remix-run/node";
import { parseNext } from "../features/accounts/parse-next.ts";
import { chooseMedia } from "../features/lessons/choose-media.server.ts";
import { mediaForm } from "../features/lessons/media-form.ts";
import { readForm } from "../web/read-form.server.ts";
import { requireUser } from "../web/require-user.server.ts";
import { refuseForm } from "../web/say-plainly.server.ts";

export function loader() {
  return redirect("/account");
}

/** Remembers how this person likes lessons, and goes back to where they chose. */
export async function action({ context, request }: ActionFunctionArgs) {
  const user = requireUser(context, request);
  const form = await readForm(request, mediaForm);
  if (!form.ok) throw refuseForm(context);
  await chooseMedia(context.deps, { userId: user.id, choice: form.data });
  return redirect(parseNext(form.data.next), 303);
}
