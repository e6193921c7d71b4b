import type { LoaderFunctionArgs } from "@remix-run/node";
import { listSqlTables } from "../features/labs/list-sql-tables.server.ts";
import { requireCodeActivity } from "../web/require-code-activity.server.ts";
import { notFound } from "../web/require-user.server.ts";

/** The tables of an SQL lab, for a page that was sent before they were known. */
export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const { activity } = await requireCodeActivity(context, request, params);
  if (activity.kind !== "lab" || activity.language !== "sql") throw notFound();
  const answer = await listSqlTables(context.deps, activity);
  if (answer.kind === "busy") return Response.json(answer, { status: 429, headers: { "Retry-After": String(Math.ceil(answer.retryAfterMs / 1000)) } });
  return Response.json(answer);
}
