import { Link } from "@remix-run/react";
import { useMessages } from "../../i18n/use-messages.ts";
import { CodeFile } from "../reviews/code-file.tsx";
import type { FileView } from "../reviews/review-view.ts";
import { FileDiffs } from "./file-diffs.tsx";
import { messages } from "./messages.ts";
import type { SolutionView } from "./open-solution.server.ts";

/** The reference of a lab, the alternatives, and what differs from one's own. */
export function SolutionPage({ solution, now }: { solution: SolutionView; now: Date }) {
  const t = useMessages(messages);
  const { title, path, isEarned, reference, alternatives, changes } = solution;
  return (
    <div className="page attempts">
      <header className="stack">
        <p className="small"><Link to={path}><span className="points" aria-hidden="true">←</span> {t("backToLab")}</Link></p>
        <h1>{t("solutionTitle")}</h1>
        <p className="muted">{isEarned ? t("solutionLead", { title }) : t("solutionStaff")}</p>
      </header>
      <section className="stack" aria-labelledby="reference">
        <h2 id="reference">{t("reference")}</h2>
        <Files files={reference} part={t("reference")} prefix="R" now={now} />
      </section>
      {alternatives.map(({ name, files }, index) => (
        <section className="stack" key={name} aria-labelledby={`alternative-${index}`}>
          <h2 id={`alternative-${index}`}>{t("alternative", { name: name.replaceAll("-", " ") })}</h2>
          <Files files={files} part={t("alternative", { name: name.replaceAll("-", " ") })} prefix={`A${index}-`} now={now} />
        </section>
      ))}
      {changes && (
        <section className="stack" aria-labelledby="yours">
          <h2 id="yours">{t("yours")}</h2>
          {changes.length > 0 && <p className="small muted">{t("yoursHelp")}</p>}
          <FileDiffs files={changes} same={t("alike")} />
        </section>
      )}
    </div>
  );
}

/** `part`: what the files are of; two parts can have a file of the same name. */
function Files({ files, part, prefix, now }: { files: readonly FileView[]; part: string; prefix: string; now: Date }) {
  return files.map((file, index) => <CodeFile key={file.path} file={file} part={part} index={index} idPrefix={prefix} comments={[]} now={now} openHref={null} openLine={null} action="" />);
}
