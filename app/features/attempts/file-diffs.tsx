import { TextDiffView } from "../authoring/text-diff.tsx";
import { useMessages } from "../../i18n/use-messages.ts";
import { showInvisible } from "../reviews/show-invisible.ts";
import type { FileDiff } from "./compare-files.ts";
import { messages } from "./messages.ts";

/** Differences file by file. */
export function FileDiffs({ files, same }: { files: readonly FileDiff[]; same: string }) {
  const t = useMessages(messages);
  if (files.length === 0) return <p className="muted">{same}</p>;
  return files.map((file) => (
    <figure key={file.path} className="sheet file-diff">
      <figcaption className="small"><code>{showInvisible(file.path)}</code> <span className="muted">{t("changes", { added: file.added, removed: file.removed })}</span></figcaption>
      <TextDiffView diff={file} label={file.path} />
    </figure>
  ));
}
