import { CirclePlay, ExternalLink } from "lucide-react";
import { useState } from "react";
import { useMessages } from "../../i18n/use-messages.ts";
import { mediaMessages } from "./media-messages.ts";
import type { VideoView } from "./open-video.server.ts";

type Embed = Extract<VideoView["source"], { kind: "embed" }>;

/** Asks before anything is loaded from another site, and shows its player then. */
export function EmbedPlayer({ path, title, source }: { path: string; title: string; source: Embed }) {
  const t = useMessages(mediaMessages);
  const isThisDocument = useIsDocumentOf(path);
  const { host, provider, address, isAllowed, isAlways } = source;
  if (isAllowed && isThisDocument) {
    return (
      <>
        <iframe
          className="embed-frame" src={address} title={t("videoLabel", { title })} loading="lazy" allow="fullscreen; picture-in-picture; encrypted-media"
          sandbox="allow-scripts allow-same-origin allow-presentation allow-popups" referrerPolicy="strict-origin-when-cross-origin"
        />
        {isAlways && <HostForm path={path} host={host} intent="forget" label={t("embedForget", { host })} />}
      </>
    );
  }
  return (
    <div className="sheet embed-card">
      <CirclePlay size={40} strokeWidth={1.5} aria-hidden />
      <p className="h3">{t("embedTitle", { provider })}</p>
      <p className="muted">{isAllowed ? t("embedReady", { host }) : t("embedAsk", { host })}</p>
      <div className="embed-acts">
        {/* Plain links: the page's policy must be asked for anew, which only a whole page can. */}
        <a className="button primary" href={isAllowed ? path : `${path}?play=once`}>{isAllowed ? t("embedPlay") : t("embedOnce")}</a>
        {!isAlways && <HostForm path={path} host={host} intent="always" label={t("embedAlways", { host })} />}
      </div>
      <p className="small"><a href={address} rel="noreferrer noopener" target="_blank"><ExternalLink size={15} aria-hidden /> {t("embedOpen", { provider })}</a></p>
    </div>
  );
}

function HostForm({ path, host, intent, label }: { path: string; host: string; intent: "always" | "forget"; label: string }) {
  return (
    <form method="post" action="/account/media">
      <input type="hidden" name="intent" value={intent} />
      <input type="hidden" name="host" value={host} />
      <input type="hidden" name="next" value={path} />
      <button className={`button ${intent === "forget" ? "quiet small" : ""}`}>{label}</button>
    </form>
  );
}

/**
 * Whether the browser loaded this very page as a document. Only then does the document's policy let the player in:
 * a page that was come to without loading has the policy of the one before.
 */
function useIsDocumentOf(path: string): boolean {
  const [isDocument] = useState(() => {
    if (typeof performance === "undefined" || typeof document === "undefined") return true;
    const [entry] = performance.getEntriesByType("navigation");
    return !entry || !URL.canParse(entry.name) || new URL(entry.name).pathname === path;
  });
  return isDocument;
}
