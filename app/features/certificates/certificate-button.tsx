import { Form } from "@remix-run/react";
import { Award } from "lucide-react";
import { useMessages } from "../../i18n/use-messages.ts";
import { messages } from "./messages.ts";

/** Leads to the certificate of a course that is done; the first time it is issued. */
export function CertificateButton({ course, isSmall = false }: { course: { id: string; title: string }; isSmall?: boolean }) {
  const t = useMessages(messages);
  return (
    <Form method="post" action={`/courses/${course.id}/certificate`}>
      <button className={isSmall ? "button small" : "button primary"} aria-label={t("openCertificateOf", { course: course.title })}><Award size={18} aria-hidden /> {t("openCertificate")}</button>
    </Form>
  );
}
