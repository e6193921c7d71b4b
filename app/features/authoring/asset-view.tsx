import { useLocale, useMessages } from "../../i18n/use-messages.ts";
import { buildDraftAssetAddress, formatBytes } from "./file-address.ts";
import { messages } from "./file-messages.ts";
import type { OpenedFile } from "./open-file.server.ts";

const PICTURES = /\.(?:png|jpe?g|gif|webp|svg|avif)$/i;

/** A picture or data: shown as it is, and how a text refers to it. */
export function AssetView({ courseId, file }: { courseId: string; file: OpenedFile }) {
  const t = useMessages(messages);
  const locale = useLocale();
  const address = buildDraftAssetAddress(courseId, file.path);
  const name = file.path.slice(file.path.indexOf("assets/"));
  return (
    <section className="teach-asset" aria-label={t("asset")}>
      {file.state === "removed" ? (
        <p className="muted">{t("goes")}</p>
      ) : PICTURES.test(file.path) ? (
        <img className="sheet" src={address} alt={name} />
      ) : (
        <p><a href={address}>{t("open", { name })}</a></p>
      )}
      <p className="small muted">{t.rich("inTheText", { size: formatBytes(file.bytes, locale), code: () => <code key="code">![{t("whatItShows")}](<bdi>{name}</bdi>)</code> })}</p>
    </section>
  );
}
