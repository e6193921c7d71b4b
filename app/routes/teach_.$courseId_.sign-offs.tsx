import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { decideSignOff } from "../features/tasks/decide-sign-off.server.ts";
import { openSignOffs } from "../features/tasks/open-sign-offs.server.ts";
import { findDecided, signOffForm } from "../features/tasks/sign-off-form.ts";
import { messages } from "../features/tasks/messages.ts";
import { SignOffsPage } from "../features/tasks/sign-offs-page.tsx";
import { createPageT } from "../i18n/find-page-locale.ts";
import { readForm } from "../web/read-form.server.ts";
import { requireTeaching } from "../web/require-teaching.server.ts";
import { refuseForm } from "../web/say-plainly.server.ts";

export const meta: MetaFunction<typeof loader> = ({ data, matches }) => {
  const t = createPageT(messages, matches);
  return [{ title: `${data ? `${t("signOffs")} · ${data.signOffs.course.title}` : t("notFound")} · Rung` }];
};

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const { course } = await requireTeaching(context, request, params.courseId);
  return { signOffs: await openSignOffs(context.deps, { course }), decided: findDecided(new URL(request.url).searchParams.get("decided")) };
}

/** Signs or returns one hand-in, and shows what still waits. */
export async function action({ context, request, params }: ActionFunctionArgs) {
  const { course, userId } = await requireTeaching(context, request, params.courseId);
  const form = await readForm(request, signOffForm);
  if (!form.ok) throw refuseForm(context);
  const decided = await decideSignOff(context.deps, { course, signerId: userId, form: form.data });
  return redirect(`/teach/${course.id}/sign-offs?decided=${decided}#said`, 303);
}

export default function SignOffs() {
  const { signOffs, decided } = useLoaderData<typeof loader>();
  return <SignOffsPage signOffs={signOffs} decided={decided} />;
}
