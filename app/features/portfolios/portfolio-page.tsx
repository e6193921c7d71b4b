import { Link } from "@remix-run/react";
import { Award } from "lucide-react";
import { useLocale, useMessages } from "../../i18n/use-messages.ts";
import { Notice } from "../../ui/notice.tsx";
import { messages } from "./messages.ts";
import type { PortfolioView, ShownFile, ShownItem } from "./open-portfolio.server.ts";

/** Somebody's page about themself, as everybody with the address sees it. */
export function PortfolioPage({ view }: { view: PortfolioView }) {
  const t = useMessages(messages);
  const { name, headline, about, items, isOwn, isPublic } = view;
  return (
    <div className="page reading portfolio">
      {isOwn && <Notice tone={isPublic ? "plain" : "attention"}><p className="row">{isPublic ? <span /> : <span>{t("preview")}</span>} <Link to="/portfolio">{t("edit")}</Link></p></Notice>}
      <header className="stack">
        <h1 dir="auto">{name}</h1>
        {headline !== "" && <p className="lead" dir="auto">{headline}</p>}
        {about !== "" && <p className="portfolio-about" dir="auto">{about}</p>}
      </header>
      {items.length === 0 ? <p className="muted">{t("empty")}</p> : <ol className="stack portfolio-items">{items.map((item) => <li key={item.kind === "certificate" ? item.code : item.id}><Item item={item} /></li>)}</ol>}
    </div>
  );
}

function Item({ item }: { item: ShownItem }) {
  const t = useMessages(messages);
  const day = new Intl.DateTimeFormat(useLocale(), { dateStyle: "long", timeZone: "UTC" }).format(item.at);
  if (item.kind === "certificate") {
    return (
      <article className="sheet panel-part">
        <p className="small muted"><Award size={16} aria-hidden /> {t("certificate")} · <time dateTime={item.at.toISOString()}>{day}</time></p>
        <h2 className="h3">{item.title}</h2>
        <p>{t("issuedBy", { issuer: item.issuer })}. <Link to={`/certificates/${item.code}`}>{t("verify")}</Link></p>
      </article>
    );
  }
  return (
    <article className="sheet panel-part">
      <p className="small muted">{t(item.kind)} · {item.courseTitle} · <time dateTime={item.at.toISOString()}>{day}</time></p>
      <h2 className="h3">{item.title}</h2>
      <p><span className="tag good">{t(item.kind === "lab" ? "passed" : "accepted")}</span></p>
      {item.files && item.files.length > 0 && (
        <details>
          <summary>{t("code")}</summary>
          {item.files.map((file) => <CodeSheet key={file.path} file={file} />)}
          {item.filesLeftOut > 0 && <p className="small muted">{t("filesLeftOut", { count: item.filesLeftOut })}</p>}
        </details>
      )}
    </article>
  );
}

function CodeSheet({ file: { path, lines, linesLeftOut } }: { file: ShownFile }) {
  const t = useMessages(messages);
  return (
    <figure className="portfolio-file">
      <figcaption className="small"><bdi>{path}</bdi></figcaption>
      <pre tabIndex={0} dir="ltr"><code dangerouslySetInnerHTML={{ __html: lines.join("\n") }} /></pre>
      {linesLeftOut > 0 && <p className="small muted">{t("linesLeftOut", { count: linesLeftOut })}</p>}
    </figure>
  );
}
