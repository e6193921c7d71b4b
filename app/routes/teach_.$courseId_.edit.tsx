import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { answerFileForm, statusOfFileAnswer, type FileFormAnswer } from "../features/authoring/answer-file-form.server.ts";
import { buildEditorAddress } from "../features/authoring/file-address.ts";
import { FilePageView } from "../features/authoring/file-page.tsx";
import { messages } from "../features/authoring/file-messages.ts";
import { openFile } from "../features/authoring/open-file.server.ts";
import { refusals } from "../features/authoring/refusals.ts";
import { createPageT } from "../i18n/find-page-locale.ts";
import { sayAnswer, type Said } from "../i18n/saying.ts";
import { notFound, requireUser } from "../web/require-user.server.ts";
import { requireTeaching } from "../web/require-teaching.server.ts";

export const meta: MetaFunction<typeof loader> = ({ data, matches }) => {
  const t = createPageT(messages, matches);
  return [{ title: `${data ? t("pageTitle", { file: data.page.file.path.split("/").at(-1) ?? "", owner: data.page.owner.title }) : t("notFound")} · Rung` }];
};

/** A file of a course in the editor: `?path=` from the course folder, or `?activity=` for its own file; `&line=`. */
export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const visit = await requireTeaching(context, request, params.courseId);
  const asked = new URL(request.url).searchParams;
  const page = await openFile(context.deps, visit, { path: asked.get("path"), activity: asked.get("activity") });
  if (!page) throw notFound();
  const line = Number(asked.get("line"));
  return { page, line: Number.isSafeInteger(line) && line > 0 ? line : null, editor: requireUser(context, request).editor };
}

export async function action({ context, request, params }: ActionFunctionArgs) {
  const visit = await requireTeaching(context, request, params.courseId);
  const answer = await answerFileForm(context.deps, visit, request);
  if (answer.kind === "changed") return redirect(answer.open === null ? `/teach/${visit.course.id}` : buildEditorAddress(visit.course.id, answer.open), 303);
  if (answer.kind === "saved") return redirect(new URL(request.url).search ? `/teach/${visit.course.id}/edit${new URL(request.url).search}` : `/teach/${visit.course.id}`, 303);
  return Response.json(sayAnswer(refusals, context.locale, answer), { status: statusOfFileAnswer(answer) });
}

export default function EditFilePage() {
  const { page, line, editor } = useLoaderData<typeof loader>();
  const answer = useActionData<Said<FileFormAnswer>>();
  // Editor, draft and preview belong to one file: another one begins anew.
  return <FilePageView key={page.file.path} page={page} line={line} editor={editor} answer={answer ?? null} />;
}
