import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { messages } from "../features/sandbox/messages.ts";
import { openSandbox } from "../features/sandbox/open-sandbox.server.ts";
import { SandboxPage } from "../features/sandbox/sandbox-page.tsx";
import { createPageT } from "../i18n/find-page-locale.ts";
import { requireAdministrator } from "../web/require-user.server.ts";

export const meta: MetaFunction = ({ matches }) => [{ title: `${createPageT(messages, matches)("title")} · Rung` }];

export async function loader({ context, request }: LoaderFunctionArgs) {
  requireAdministrator(context, request);
  return openSandbox(context.deps);
}

export default function Sandbox() {
  return <SandboxPage view={useLoaderData<typeof loader>()} />;
}
