import { Link } from "@remix-run/react";
import { Award, Download, FolderOpen } from "lucide-react";
import { useMessages } from "../../i18n/use-messages.ts";
import { messages } from "./messages.ts";

/** On the account's page: all of one's work to take along. */
export function ExportPart() {
  const t = useMessages(messages);
  return (
    <section className="sheet stack p-6" aria-labelledby="export">
      <h2 id="export">{t("title")}</h2>
      <p className="certificate-acts"><Link className="button quiet" to="/certificates"><Award size={18} aria-hidden /> {t("certificates")}</Link> <Link className="button quiet" to="/portfolio"><FolderOpen size={18} aria-hidden /> {t("portfolio")}</Link></p>
      <p className="muted">{t("lead")}</p>
      <p><a className="button" href="/account/export.zip" download><Download size={18} aria-hidden /> {t("download")}</a></p>
    </section>
  );
}
