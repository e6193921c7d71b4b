import { useSearchParams } from "@remix-run/react";
import { BookOpen, CloudOff } from "lucide-react";
import { useEffect, useState } from "react";
import { useMessages } from "../../i18n/use-messages.ts";
import { listReadable, type ReadablePage } from "./list-readable.ts";
import { messages } from "./messages.ts";
import { parseFrom } from "./offline-rules.ts";

/** What can be read without a connection. Plain links throughout: pages load as documents, from the browser's store. */
export function OfflinePage() {
  const t = useMessages(messages);
  const [query] = useSearchParams();
  // The kept document was made without a query: what differs comes after it has been taken over.
  const [from, setFrom] = useState<string | null>(null);
  useEffect(() => setFrom(parseFrom(query.get("from"))), [query]);
  const [pages, setPages] = useState<ReadablePage[] | null | "reading">("reading");
  useEffect(() => {
    let isGone = false;
    void listReadable().then((found) => !isGone && setPages(found));
    return () => void (isGone = true);
  }, []);
  return (
    <div className="page reading offline-page">
      <header className="stack">
        <CloudOff size={40} aria-hidden className="offline-mark" />
        <h1>{from ? t("title") : t("titleOnline")}</h1>
        <p>{from ? t("lead") : t("leadOnline")}</p>
        {from && <p><a className="button primary" href={from}>{t("tryAgain")}</a></p>}
      </header>
      <section className="stack" aria-labelledby="readable">
        <h2 id="readable">{t("listTitle")} {Array.isArray(pages) && pages.length > 0 && <span className="muted small">{t("count", { count: pages.length })}</span>}</h2>
        <noscript><p className="notice">{t("noScripts")}</p></noscript>
        <ReadableList pages={pages} />
        <p className="small muted">{t("runsLater")}</p>
      </section>
    </div>
  );
}

function ReadableList({ pages }: { pages: ReadablePage[] | null | "reading" }) {
  const t = useMessages(messages);
  if (pages === "reading") return <div aria-busy="true" className="offline-waiting" />;
  if (pages === null) return <p className="notice attention">{t("unsupported")}</p>;
  if (pages.length === 0) {
    return (
      <div className="sheet p-6 stack">
        <h3>{t("nothingTitle")}</h3>
        <p>{t("nothing")}</p>
      </div>
    );
  }
  const courses = Map.groupBy(pages, (page) => page.course);
  return (
    <>
      {[...courses].map(([course, ofCourse]) => (
        <div key={course ?? ""} className="sheet offline-course">
          {course && <h3>{course}</h3>}
          <ul className="offline-list">
            {ofCourse.map(({ path, title }) => <li key={path}><a href={path}><BookOpen size={18} aria-hidden />{title}</a></li>)}
          </ul>
        </div>
      ))}
    </>
  );
}
