import type { ReactNode } from "react";
import { useMessages } from "../../i18n/use-messages.ts";
import { Notice } from "../../ui/notice.tsx";
import type { DraftHandle } from "./use-keeper.ts";
import { messages } from "./messages.ts";

interface KeptFormStatusProps {
  handle: DraftHandle;
  /** What is on the page. */
  read: () => Readonly<Record<string, string>>;
  /** The person's words for a field's name. */
  nameField: (field: string) => ReactNode;
  /** Said instead when it was handed in elsewhere. */
  closed?: ReactNode;
}

/** What became of a form's fields. Only trouble is announced, or typing would never be silent. */
export function KeptFormStatus({ handle: { status, notice, keeper }, read, nameField, closed }: KeptFormStatusProps) {
  const t = useMessages(messages);
  if (!keeper) return null;
  switch (status.kind) {
    case "conflict": {
      const mine = read();
      const fields = Object.keys(status.theirs.files).filter((field) => (mine[field] ?? "") !== status.theirs.files[field]);
      return (
        <section className="notice attention stack" role="alert" aria-label={t("conflictLabel")} data-draft-status="conflict">
          <p><strong>{t("formConflictTitle")}</strong> {t("formConflictHelp")}</p>
          <div className="table-wrap">
            <table className="data">
              <thead><tr><th scope="col">{t("field")}</th><th scope="col">{t("mine")}</th><th scope="col">{t("theirs")}</th></tr></thead>
              <tbody>
                {fields.map((field) => (
                  <tr key={field}><th scope="row">{nameField(field)}</th><td><Shown text={mine[field]} /></td><td><Shown text={status.theirs.files[field]} /></td></tr>
                ))}
              </tbody>
            </table>
          </div>
          <p className="row">
            <button type="button" className="button small primary" onClick={() => void keeper.keepMine()}>{t("formKeepMine")}</button>
            <button type="button" className="button small" onClick={() => keeper.replace(status.theirs)}>{t("formTakeTheirs")}</button>
          </p>
        </section>
      );
    }
    case "refused":
      return <div data-draft-status="refused"><Notice tone="attention" live>{status.reason === "closed" && closed ? closed : status.message}</Notice></div>;
    case "retrying":
      return <div data-draft-status="retrying"><Notice tone="attention" live>{t(status.reason)}</Notice></div>;
    default:
      return (
        <p className="small muted" data-draft-status={status.kind}>
          {status.kind === "saved" ? t(keeper.version() > 0 ? "formSaved" : "formUntouched") : t("saving")} {notice && <span role="status">{notice}</span>}
        </p>
      );
  }
}

function Shown({ text }: { text: string | undefined }) {
  const t = useMessages(messages);
  if (text === "on") return <>✓</>;
  return text ? <span className="pre-wrap" dir="auto">{text}</span> : <span className="muted">{t("nothingThere")}</span>;
}
