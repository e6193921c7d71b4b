import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { saveRequest } from "../features/authoring/authoring-forms.ts";
import { readFileState } from "../features/authoring/open-file.server.ts";
import { refusals } from "../features/authoring/refusals.ts";
import { saveFile } from "../features/authoring/save-file.server.ts";
import { sayAnswer } from "../i18n/saying.ts";
import { requireJson } from "../web/read-json.server.ts";
import { notFound } from "../web/require-user.server.ts";
import { requireTeaching } from "../web/require-teaching.server.ts";

/** The newest text of a file, for an editor whose other tab has saved. */
export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const visit = await requireTeaching(context, request, params.courseId);
  const file = await readFileState(context.deps, visit, new URL(request.url).searchParams.get("path") ?? "");
  if (!file || file.text === null) throw notFound();
  return Response.json({ version: file.version, text: file.text });
}

/** Saves a text as an unpublished change; 409 when another tab was faster. */
export async function action({ context, request, params }: ActionFunctionArgs) {
  const visit = await requireTeaching(context, request, params.courseId);
  const answer = await saveFile(context.deps, visit, await requireJson(request, saveRequest, context.locale));
  return Response.json(sayAnswer(refusals, context.locale, answer), { status: answer.kind === "conflict" ? 409 : answer.kind === "refused" ? 400 : 200 });
}
