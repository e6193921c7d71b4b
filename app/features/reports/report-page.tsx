import { Form, Link, useNavigation } from "@remix-run/react";
import { useMessages } from "../../i18n/use-messages.ts";
import { Notice } from "../../ui/notice.tsx";
import { useActAs } from "../accounts/use-act-as.ts";
import { useForgetArrived } from "../drafts/use-kept-text.ts";
import { KeptArea } from "../questions/kept-area.tsx";
import { messages } from "./messages.ts";
import { REPORT_KINDS, REPORT_WORDS_LIMIT } from "./report-forms.ts";

export type ReportReply = { kind: "sent"; words: string } | { kind: "refused"; error: "needKind" | "long" | "tooMany"; values: Record<string, string> };

const NO_WORDS: readonly string[] = [];

/** A small form: what is wrong with an activity. */
export function ReportPage({ title, path, reply }: { title: string; path: string; reply: ReportReply | null }) {
  const t = useMessages(messages);
  const isBusy = useNavigation().state === "submitting";
  const actAs = useActAs();
  const keptAs = `report:${path}`;
  const refused = reply?.kind === "refused" ? reply : null;
  useForgetArrived(keptAs, reply?.kind === "sent" ? [reply.words] : NO_WORDS);
  return (
    <div className="page narrow questions">
      <header className="stack">
        <p className="small"><Link to={path}>← {t("back", { title })}</Link></p>
        <h1>{t("title")}</h1>
        {reply?.kind !== "sent" && <p className="muted">{t("lead", { title })} <Link to={`${path}/ask`}>{t("ask")}</Link></p>}
      </header>
      {reply?.kind === "sent" ? <Notice tone="good" live><p>{t("sent")}</p><p><Link className="button small" to={path}>{t("back", { title })}</Link></p></Notice> : (
        <Form method="post" action={actAs(`${path}/report`)} className="stack">
          {refused?.error === "tooMany" && <Notice tone="attention" live><p>{t("tooMany")}</p></Notice>}
          <fieldset className="report-kinds" aria-describedby={refused?.error === "needKind" ? "kind-error" : undefined}>
            <legend>{t("kind")}</legend>
            {REPORT_KINDS.map((kind) => <label className="check" key={kind}><input type="radio" name="kind" value={kind} required defaultChecked={refused?.values["kind"] === kind} /> {t(kind)}</label>)}
            {refused?.error === "needKind" && <p className="error" id="kind-error" role="alert">{t("needKind")}</p>}
          </fieldset>
          <KeptArea keptAs={keptAs} name="words" label={t("words")} help={t("wordsHelp")} rows={4} required={false} maxLength={REPORT_WORDS_LIMIT} value={refused?.values["words"]} error={refused?.error === "long" ? t("long") : undefined} />
          <div><button className="button primary" aria-disabled={isBusy}>{t("send")}</button></div>
        </Form>
      )}
    </div>
  );
}
