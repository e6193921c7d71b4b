import { data, type ActionFunctionArgs } from "@remix-run/node";
import { beatForm } from "../features/pace/beat-form.ts";
import { countTime } from "../features/pace/count-time.server.ts";
import { readForm } from "../web/read-form.server.ts";
import { requireActivityVisit } from "../web/require-enrollment.server.ts";
import { notFound } from "../web/require-user.server.ts";

export function loader() {
  throw notFound();
}

/** An open page says that somebody was active: 204, or 400 with what is wrong. */
export async function action({ context, request, params }: ActionFunctionArgs) {
  const { activity, enrollment } = await requireActivityVisit(context, request, params);
  if (!enrollment) throw notFound();
  const form = await readForm(request, beatForm);
  if (!form.ok) throw data({ errors: form.errors }, { status: 400 });
  await countTime(context.deps, { userId: enrollment.userId, activity, seconds: form.data.seconds });
  return new Response(null, { status: 204 });
}
