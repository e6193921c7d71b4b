import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { z } from "zod";
import { declineOffer, type DeclinedAbout } from "../features/labs/decline-offer.server.ts";
import { buildActivityPath } from "../features/progress/activity-path.ts";
import { requireCodeActivity } from "../web/require-code-activity.server.ts";
import { notFound } from "../web/require-user.server.ts";
import { refuseForm } from "../web/say-plainly.server.ts";

const declined = z.object({ test: z.string().max(10_000).optional() });

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const { activity } = await requireCodeActivity(context, request, params);
  return redirect(buildActivityPath(activity));
}

/** Puts an offer of help away. A form goes back to the lab; a script goes on where it is. */
export async function action({ context, request, params }: ActionFunctionArgs) {
  const { user, activity } = await requireCodeActivity(context, request, params);
  if (activity.kind !== "lab") throw notFound();
  const isJson = request.headers.get("Content-Type")?.startsWith("application/json") ?? false;
  const body: unknown = isJson ? await request.json().catch(() => null) : Object.fromEntries((await request.formData().catch(() => new FormData())).entries());
  const form = declined.safeParse(body);
  if (!form.success) throw refuseForm(context);
  const { test } = form.data;
  const about: DeclinedAbout = test ? { kind: "test", name: test } : { kind: "time" };
  await declineOffer(context.deps, { userId: user.id, lab: activity, about });
  return isJson ? new Response(null, { status: 204 }) : redirect(buildActivityPath(activity), 303);
}
