import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { CertificatesPage } from "../features/certificates/certificate-page.tsx";
import { listEarned } from "../features/certificates/list-earned.server.ts";
import { messages } from "../features/certificates/messages.ts";
import { openCertificates } from "../features/certificates/open-certificate.server.ts";
import { createT } from "../i18n/messages.ts";
import { requireUser } from "../web/require-user.server.ts";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title ?? "Rung"} · Rung` }];

export async function loader({ context, request }: LoaderFunctionArgs) {
  const user = requireUser(context, request);
  return { title: createT(messages, context.locale)("certificates"), certificates: await openCertificates(context.deps, { userId: user.id }), earned: await listEarned(context.deps, { userId: user.id }) };
}

export default function CertificatesRoute() {
  const { certificates, earned } = useLoaderData<typeof loader>();
  return <CertificatesPage certificates={certificates} earned={earned} />;
}
