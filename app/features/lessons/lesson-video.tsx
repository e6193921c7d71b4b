import { useLocale, useMessages } from "../../i18n/use-messages.ts";
import { Prose } from "../../ui/prose.tsx";
import { EmbedPlayer } from "./embed-player.tsx";
import { mediaMessages } from "./media-messages.ts";
import type { VideoView } from "./open-video.server.ts";

/** A lesson's video, and beneath it what is said and shown in it. */
export function LessonVideo({ path, title, video }: { path: string; title: string; video: VideoView }) {
  const t = useMessages(mediaMessages);
  const { source, transcriptHtml } = video;
  return (
    <section className="lesson-video" aria-label={t("videoLabel", { title })}>
      {source.kind === "file" ? <FilePlayer title={title} source={source} /> : <EmbedPlayer path={path} title={title} source={source} />}
      {transcriptHtml !== null && (
        <details className="sheet transcript">
          <summary>{t("transcript")}</summary>
          <Prose html={transcriptHtml} />
        </details>
      )}
    </section>
  );
}

function FilePlayer({ title, source }: { title: string; source: Extract<VideoView["source"], { kind: "file" }> }) {
  const t = useMessages(mediaMessages);
  const locale = useLocale();
  const [first, ...others] = source.captions;
  const names = new Intl.DisplayNames([locale], { type: "language" });
  return (
    <video controls preload="metadata" playsInline aria-label={t("videoLabel", { title })}>
      <source src={source.path} type={source.contentType} />
      {/* Without captions, which `rung check` finds, this one has no source and loads nothing. */}
      <track kind="captions" src={first?.path} srcLang={first?.language} label={first && names.of(first.language)} default={first !== undefined && (first.language === locale || others.length === 0)} />
      {others.map(({ language, path }) => <track key={language} kind="captions" src={path} srcLang={language} label={names.of(language) ?? language} default={language === locale} />)}
      <a href={source.path} download>{t("videoDownload")}</a>
    </video>
  );
}
