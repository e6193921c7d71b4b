import { Form, Link } from "@remix-run/react";
import { Download } from "lucide-react";
import { useLocale, useMessages } from "../../i18n/use-messages.ts";
import { Crumbs } from "../../ui/crumbs.tsx";
import { Field, TextField } from "../../ui/field.tsx";
import { Notice } from "../../ui/notice.tsx";
import { CertificateButton } from "./certificate-button.tsx";
import { CertificateSheet } from "./certificate-sheet.tsx";
import type { CertificateView } from "./certificate.ts";
import { formatCertificateDay } from "./format-day.ts";
import { messages } from "./messages.ts";

interface Shown {
  certificate: CertificateView;
  isOwn: boolean;
  /** Administrators only. */
  mayRevoke: boolean;
}

/** What everybody with the address sees: whether it is valid, and the certificate. Its owner also gets the files. */
export function CertificatePage({ certificate, isOwn, mayRevoke, answer }: Shown & { answer: { errors: Record<string, string>; values: Record<string, string> } | null }) {
  const t = useMessages(messages);
  const locale = useLocale();
  const { issuer, issuedAt, revoked } = certificate;
  return (
    <div className="page certificate-page">
      {isOwn && <Crumbs trail={[{ label: t("certificates"), to: "/certificates" }]} />}
      {revoked ? (
        <Notice tone="bad"><p><b>{t("revoked")}</b></p><p dir="auto">{t("revokedLead", { issuer, date: formatCertificateDay(revoked.at, locale), reason: revoked.reason })}</p></Notice>
      ) : (
        <Notice tone="good"><p><b>{t("valid")}</b> {t("validLead", { issuer, date: formatCertificateDay(issuedAt, locale) })}</p></Notice>
      )}
      <CertificateSheet certificate={certificate} />
      {isOwn && <OwnPart certificate={certificate} />}
      {mayRevoke && !revoked && <RevokePart code={certificate.code} answer={answer} />}
    </div>
  );
}

function OwnPart({ certificate: { code, address } }: { certificate: CertificateView }) {
  const t = useMessages(messages);
  const page = `/certificates/${code}`;
  return (
    <section className="certificate-own no-print" aria-labelledby="yours">
      <div className="sheet panel-part">
        <h2 className="h3" id="yours">{t("forYou")}</h2>
        <p>{t("forYouLead")}</p>
        <Field label={t("address")} name="address" readOnly value={address} onFocus={(event) => event.currentTarget.select()} />
        <p><a className="button primary" href={`${page}/certificate.pdf`} download><Download size={18} aria-hidden /> {t("downloadPdf")}</a></p>
        <p className="small muted">{t("print")}</p>
      </div>
      <div className="sheet panel-part">
        <h2 className="h3">{t("credential")}</h2>
        <p>{t("credentialLead")}</p>
        <p className="certificate-acts">
          <a className="button" href={`${page}/credential.jwt`} download><Download size={18} aria-hidden /> {t("credentialJwt")}</a>
          <a className="button quiet" href={`${page}/credential.json`}>{t("credentialJson")}</a>
        </p>
      </div>
    </section>
  );
}

function RevokePart({ code, answer }: { code: string; answer: Parameters<typeof CertificatePage>[0]["answer"] }) {
  const t = useMessages(messages);
  return (
    <details className="sheet panel-part no-print" open={answer !== null}>
      <summary><b>{t("revoke")}</b></summary>
      <Form method="post" action={`/certificates/${code}`} className="stack">
        <p className="muted">{t("revokeLead")}</p>
        <TextField label={t("reason")} name="reason" required minLength={3} maxLength={300} help={t("reasonHelp")} defaultValue={answer?.values.reason ?? ""} {...(answer?.errors.reason ? { error: t("errorReason") } : {})} />
        <div><button className="button danger">{t("revokeNow")}</button></div>
      </Form>
    </details>
  );
}

/** Somebody's own certificates, or what leads to one. */
export function CertificatesPage({ certificates, earned }: { certificates: readonly CertificateView[]; /** Finished courses without one. */ earned: readonly { id: string; title: string }[] }) {
  const t = useMessages(messages);
  return (
    <div className="page reading">
      <h1>{t("certificates")}</h1>
      <p className="muted">{certificates.length === 0 && earned.length === 0 ? t("none") : t("listLead")}</p>
      {earned.length > 0 && (
        <ul className="sheet list" aria-label={t("earned")}>
          {earned.map((course) => <li key={course.id} className="panel-part row"><b>{course.title}</b><CertificateButton course={course} isSmall /></li>)}
        </ul>
      )}
      {certificates.length > 0 && <CertificateList certificates={certificates} />}
    </div>
  );
}

export function CertificateList({ certificates }: { certificates: readonly CertificateView[] }) {
  const t = useMessages(messages);
  const locale = useLocale();
  return (
    <ul className="sheet list">
      {certificates.map(({ code, courseTitle, issuedAt, revoked }) => (
        <li key={code} className="panel-part row">
          <span><Link className="plain-link" to={`/certificates/${code}`}><b>{courseTitle}</b></Link> <span className={revoked ? "tag bad" : "tag good"}>{t(revoked ? "revokedTag" : "validTag")}</span></span>
          <span className="small muted"><time dateTime={issuedAt.toISOString()}>{formatCertificateDay(issuedAt, locale)}</time></span>
        </li>
      ))}
    </ul>
  );
}

/** On an administrator's page of a person. */
export function IssuedCertificates({ certificates }: { certificates: readonly CertificateView[] }) {
  const t = useMessages(messages);
  return (
    <section className="stack" aria-labelledby="issued-certificates">
      <h2 id="issued-certificates">{t("heldBy")}</h2>
      <p className="muted small">{t("heldByLead")}</p>
      <CertificateList certificates={certificates} />
    </section>
  );
}
