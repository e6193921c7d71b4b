import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { answerFileForm, statusOfFileAnswer, type FileFormAnswer } from "../features/authoring/answer-file-form.server.ts";
import { buildEditorAddress } from "../features/authoring/file-address.ts";
import { FilePageView } from "../features/authoring/file-page.tsx";
import { openFile } from "../features/authoring/open-file.server.ts";
import { notFound, requireUser } from "../web/require-user.server.ts";
import { requireTeaching } from "../web/require-teaching.server.ts";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data ? `${data.page.file.path.split("/").at(-1)}, ${data.page.owner.title} · Rung` : "Not found · Rung" }];

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
  return Response.json(answer, { status: statusOfFileAnswer(answer) });
}

export default function EditFilePage() {
  const { page, line, editor } = useLoaderData<typeof loader>();
  const answer = useActionData<FileFormAnswer>();
  // Editor, draft and preview belong to one file: another one begins anew.
  return <FilePageView key={page.file.path} page={page} line={line} editor={editor} answer={answer ?? null} />;
}
