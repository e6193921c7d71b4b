import type { ActionFunctionArgs } from "@remix-run/node";
import { chooseEditor } from "../features/labs/choose-editor.server.ts";
import { editorForm } from "../features/labs/editor-form.ts";
import { readForm } from "../web/read-form.server.ts";
import { requireUser } from "../web/require-user.server.ts";

/** Remembers which editor somebody works in. */
export async function action({ context, request }: ActionFunctionArgs) {
  const user = requireUser(context, request);
  const form = await readForm(request, editorForm);
  if (!form.ok) return Response.json(form, { status: 400 });
  await chooseEditor(context.deps, { userId: user.id, editor: form.data.editor });
  return new Response(null, { status: 204 });
}
