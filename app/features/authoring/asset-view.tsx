import { buildDraftAssetAddress, formatBytes } from "./file-address.ts";
import type { OpenedFile } from "./open-file.server.ts";

const PICTURES = /\.(?:png|jpe?g|gif|webp|svg|avif)$/i;

/** A picture or data: shown as it is, and how a text refers to it. */
export function AssetView({ courseId, file }: { courseId: string; file: OpenedFile }) {
  const address = buildDraftAssetAddress(courseId, file.path);
  const name = file.path.slice(file.path.indexOf("assets/"));
  return (
    <section className="teach-asset" aria-label="Picture or data">
      {file.state === "removed" ? (
        <p className="muted">This file goes when you publish. "Discard my changes" brings it back.</p>
      ) : PICTURES.test(file.path) ? (
        <img className="sheet" src={address} alt={name} />
      ) : (
        <p><a href={address}>Open {name}</a></p>
      )}
      <p className="small muted">{formatBytes(file.bytes)}. In the text: <code>![What it shows](<bdi>{name}</bdi>)</code></p>
    </section>
  );
}
