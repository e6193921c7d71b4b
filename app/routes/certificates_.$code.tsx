import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { CertificatePage } from "../features/certificates/certificate-page.tsx";
import { messages } from "../features/certificates/messages.ts";
import { revokeCertificate, revokeForm } from "../features/certificates/revoke-certificate.server.ts";
import { createT } from "../i18n/messages.ts";
import { readForm } from "../web/read-form.server.ts";
import { requireCertificate } from "../web/require-certificate.server.ts";
import { notFound, requireAdministrator } from "../web/require-user.server.ts";

export const meta: MetaFunction<typeof loader> = ({ data: shown }) => [{ title: `${shown?.title ?? "Rung"} · Rung` }, { name: "robots", content: "noindex" }];

export const headers = () => ({ "X-Robots-Tag": "noindex" });

/** Public: whoever has the code may verify. */
export async function loader({ context, params }: LoaderFunctionArgs) {
  const { certificate, isOwn } = await requireCertificate(context, params.code);
  const title = createT(messages, context.locale)("pdfTitle", { course: certificate.courseTitle });
  return { title, certificate, isOwn, mayRevoke: context.user?.isAdministrator ?? false };
}

/** Revokes it. */
export async function action({ context, request, params }: ActionFunctionArgs) {
  const { id: byUserId } = requireAdministrator(context, request);
  const { certificate } = await requireCertificate(context, params.code);
  const form = await readForm(request, revokeForm);
  if (!form.ok) return data({ errors: form.errors, values: form.values }, { status: 400 });
  if (!(await revokeCertificate(context.deps, { code: certificate.code, reason: form.data.reason, byUserId }))) throw notFound();
  return redirect(`/certificates/${certificate.code}`);
}

export default function CertificateRoute() {
  const { certificate, isOwn, mayRevoke } = useLoaderData<typeof loader>();
  return <CertificatePage certificate={certificate} isOwn={isOwn} mayRevoke={mayRevoke} answer={useActionData<typeof action>() ?? null} />;
}
