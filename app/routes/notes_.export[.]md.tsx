import type { LoaderFunctionArgs } from "@remix-run/node";
import { messages } from "../features/notes/messages.ts";
import { buildNotesMarkdown } from "../features/notes/notes-as-markdown.ts";
import { viewAllNotes } from "../features/notes/view-notes.server.ts";
import { createT } from "../i18n/messages.ts";
import { requireUser } from "../web/require-user.server.ts";

/** All of one's own notes as a file. */
export async function loader({ context, request }: LoaderFunctionArgs) {
  const { id: userId } = requireUser(context, request);
  const t = createT(messages, context.locale);
  const text = buildNotesMarkdown(await viewAllNotes(context.deps, { userId }), { title: t("title"), bookmarked: t("bookmarked") });
  return new Response(text, { headers: { "Content-Type": "text/markdown; charset=utf-8", "Content-Disposition": 'attachment; filename="rung-notes.md"', "X-Content-Type-Options": "nosniff" } });
}
