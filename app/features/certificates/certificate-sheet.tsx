import { useLocale, useMessages } from "../../i18n/use-messages.ts";
import { roundHours, type CertificateView } from "./certificate.ts";
import { formatCertificateDay } from "./format-day.ts";
import { buildLadderShape } from "./ladder-shape.ts";
import { messages } from "./messages.ts";

/** The certificate itself, as it is also printed. */
export function CertificateSheet({ certificate }: { certificate: CertificateView }) {
  const t = useMessages(messages);
  const locale = useLocale();
  const { name, courseTitle, minutes, outcomes, rungs, issuer, issuedAt, address } = certificate;
  const count = rungs.reduce((sum, one) => sum + one, 0);
  return (
    <article className="sheet certificate" aria-labelledby="certificate-title">
      <CertificateLadder rungs={rungs} label={t("ladderLabel", { count })} />
      <div className="certificate-words">
        <p className="certificate-kind">{t("certificate")}</p>
        <h1 id="certificate-title" className="certificate-lines">
          <span className="certificate-small">{t("of")}</span> <bdi className="certificate-name">{name}</bdi> <span className="certificate-small">{t("finished")}</span> <span className="certificate-course">{courseTitle}</span>
        </h1>
        <p className="small muted">{t("hours", { hours: roundHours(minutes) })} · {t("activities", { count })}</p>
        {outcomes.length > 0 && (
          <>
            <p className="certificate-small">{t("outcomes")}</p>
            <ul className="certificate-outcomes">{outcomes.map((outcome) => <li key={outcome}>{outcome}</li>)}</ul>
          </>
        )}
        <dl className="certificate-facts">
          <div><dt>{t("issuedOn")}</dt><dd><time dateTime={issuedAt.toISOString()}>{formatCertificateDay(issuedAt, locale)}</time></dd></div>
          <div><dt>{t("issuedBy")}</dt><dd>{issuer}</dd></div>
          <div className="certificate-address"><dt>{t("verifyAt")}</dt><dd>{address}</dd></div>
        </dl>
      </div>
    </article>
  );
}

function CertificateLadder({ rungs, label }: { rungs: readonly number[]; label: string }) {
  const shape = buildLadderShape(rungs, 440);
  return (
    <svg className="certificate-ladder" viewBox="-6 -6 92 452" role="img" aria-label={label} fill="none" stroke="currentColor" strokeLinecap="round" preserveAspectRatio="xMidYMid meet">
      <path d="M0 0V440M80 0V440" strokeWidth="9" />
      <path d={shape.rungs.map((y) => `M0 ${y.toFixed(1)}H80`).join("")} strokeWidth={shape.thickness} />
    </svg>
  );
}
