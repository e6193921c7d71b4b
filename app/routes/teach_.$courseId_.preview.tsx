import type { ActionFunctionArgs } from "@remix-run/node";
import { previewRequest } from "../features/authoring/authoring-forms.ts";
import { previewFile } from "../features/authoring/preview-file.server.ts";
import { requireJson } from "../web/read-json.server.ts";
import { notFound } from "../web/require-user.server.ts";
import { requireTeaching } from "../web/require-teaching.server.ts";

/** Renders and checks a text that is being written. Nothing is stored. */
export async function action({ context, request, params }: ActionFunctionArgs) {
  const visit = await requireTeaching(context, request, params.courseId);
  const preview = await previewFile(context.deps, visit, await requireJson(request, previewRequest, context.locale));
  if (!preview) throw notFound();
  return Response.json(preview);
}

/** There is nothing to see at this address. */
export function loader() {
  throw notFound();
}
