import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { enroll } from "../features/enrollment/enroll.server.ts";
import { notFound } from "../web/require-user.server.ts";

/** Somebody came back here after signing in, or typed the address. */
export function loader({ params }: LoaderFunctionArgs) {
  return redirect(`/courses/${encodeURIComponent(params.courseId ?? "")}`);
}

export async function action({ context, params }: ActionFunctionArgs) {
  const courseId = params.courseId ?? "";
  const page = `/courses/${encodeURIComponent(courseId)}`;
  if (!context.user) return redirect(`/sign-in?next=${encodeURIComponent(page)}`);
  if (!(await enroll(context.deps, { userId: context.user.id, courseId }))) throw notFound();
  return redirect(page);
}
