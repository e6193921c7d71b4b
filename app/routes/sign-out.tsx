import { redirect, type ActionFunctionArgs } from "@remix-run/node";

/** Following a link must not sign anybody out: a GET leads to the start. */
export function loader() {
  throw redirect("/");
}

export async function action({ context }: ActionFunctionArgs) {
  return redirect("/", { headers: { "Set-Cookie": await context.deps.sessions.end(context.sessionId) } });
}
