import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { openPlanSettings } from "../features/plans/open-plan-settings.server.ts";
import { daysOffForm, dropDaysOffForm, preferencesForm } from "../features/plans/plan-forms.ts";
import { dropFeed, renewFeed } from "../features/plans/renew-feed.server.ts";
import { addDaysOff, removeDaysOff, savePreferences } from "../features/plans/save-preferences.server.ts";
import { PlanSettingsPage } from "../features/plans/settings-page.tsx";
import { readForm, type FormAnswer } from "../web/read-form.server.ts";
import { notFound, requireUser } from "../web/require-user.server.ts";
import type { RequestContext } from "../web/request-context.server.ts";
import { siteOrigin } from "../web/site-origin.server.ts";
import { createPageT } from "../i18n/find-page-locale.ts";
import { messages } from "../ui/messages.ts";

export const meta: MetaFunction = ({ matches }) => [{ title: `${createPageT(messages, matches)("plan")} · Rung` }];

export async function loader({ context, request }: LoaderFunctionArgs) {
  const user = requireUser(context, request);
  return { settings: await openPlanSettings(context.deps, { user }), isSaved: new URL(request.url).searchParams.has("saved") };
}

/** One address, a form each: `?form=days`, `off`, `drop-off`, `feed`, `drop-feed`. */
export async function action({ context, request }: ActionFunctionArgs) {
  const { id: userId } = requireUser(context, request);
  switch (new URL(request.url).searchParams.get("form")) {
    case "days":
      return saveDays(context, request, userId);
    case "off": {
      const form = await readForm(request, daysOffForm);
      if (!form.ok) return refuse("off", form);
      if (!(await addDaysOff(context.deps, { userId, ...form.data }))) return refuse("off", { errors: { firstDay: "errorDay" }, values: form.data });
      return redirect("/plan/settings?saved");
    }
    case "drop-off": {
      const form = await readForm(request, dropDaysOffForm);
      if (!form.ok) return refuse("off", form);
      await removeDaysOff(context.deps, { userId, ...form.data });
      return redirect("/plan/settings?saved");
    }
    case "feed": {
      const path = await renewFeed(context.deps, { userId });
      return data({ form: "feed" as const, errors: {}, values: {}, feedAddress: `${siteOrigin(context.deps.settings, request)}${path}` });
    }
    case "drop-feed":
      await dropFeed(context.deps, { userId });
      return redirect("/plan/settings?saved");
    default:
      throw notFound();
  }
}

async function saveDays(context: RequestContext, request: Request, userId: string) {
  const form = await readForm(request, preferencesForm);
  if (!form.ok) return refuse("days", form);
  if (await savePreferences(context.deps, { userId, form: form.data })) return redirect("/plan/settings?saved");
  return refuse("days", { errors: { timeZone: "errorTimeZone" }, values: { timeZone: form.data.timeZone } });
}

function refuse(form: "days" | "off", { errors, values }: Pick<Extract<FormAnswer<unknown>, { ok: false }>, "errors" | "values">) {
  return data({ form, errors, values, feedAddress: null }, { status: 400 });
}

export default function PlanSettingsRoute() {
  const { settings, isSaved } = useLoaderData<typeof loader>();
  return <PlanSettingsPage settings={settings} isSaved={isSaved} answer={useActionData<typeof action>() ?? null} />;
}
