import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { messages } from "../features/notes/messages.ts";
import { NotesPage } from "../features/notes/notes-page.tsx";
import { viewAllNotes } from "../features/notes/view-notes.server.ts";
import { createT } from "../i18n/messages.ts";
import { requireUser } from "../web/require-user.server.ts";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title ?? "Rung"} · Rung` }];

export async function loader({ context, request }: LoaderFunctionArgs) {
  const { id: userId } = requireUser(context, request);
  return { title: createT(messages, context.locale)("title"), courses: await viewAllNotes(context.deps, { userId }) };
}

export default function NotesRoute() {
  return <NotesPage courses={useLoaderData<typeof loader>().courses} />;
}
