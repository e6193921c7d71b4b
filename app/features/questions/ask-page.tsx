import { Form, Link, useNavigation } from "@remix-run/react";
import { useMessages } from "../../i18n/use-messages.ts";
import { Notice } from "../../ui/notice.tsx";
import { showInvisible } from "../reviews/show-invisible.ts";
import { useActAs } from "../accounts/use-act-as.ts";
import { buildAskAddress } from "./ask-address.ts";
import { KeptArea } from "./kept-area.tsx";
import { messages } from "./messages.ts";
import type { AskView } from "./open-ask.server.ts";
import { QuestionList } from "./question-list.tsx";

/** What a refused question is answered. */
export interface AskRefusal {
  error: "empty" | "long" | "tooMany";
  values: Record<string, string>;
}

/** Asking a question about an activity: a passage of it, a line of one's code, a failing test. */
export function AskPage({ ask, refusal }: { ask: AskView; refusal: AskRefusal | null }) {
  const t = useMessages(messages);
  const actAs = useActAs();
  const isBusy = useNavigation().state === "submitting";
  const { about, title, path, shared, headings, files } = ask;
  const values = refusal?.values ?? {};
  return (
    <div className="page reading questions">
      <header className="stack">
        <p className="small"><Link to={path}>← {t("back", { title })}</Link></p>
        <h1>{t("askTitle")}</h1>
        <p className="muted">{t("askLead", { title })}</p>
      </header>
      {shared.length > 0 && (
        <details className="sheet panel-part">
          <summary>{t("alreadyAnswered")} ({shared.length})</summary>
          <QuestionList questions={shared} now={ask.now} hasPlace={false} />
        </details>
      )}
      {refusal?.error === "tooMany" && <Notice tone="attention" live><p>{t("tooMany")}</p></Notice>}
      <Form method="post" action={actAs(buildAskAddress(path, about))} className="stack ask-form">
        <input type="hidden" name="idempotencyKey" value={ask.idempotencyKey} />
        {about.about === "passage" && (
          <figure className="ask-quote">
            <figcaption className="small muted">{t("passage")}</figcaption>
            <blockquote>{showInvisible(about.quote)}</blockquote>
            <input type="hidden" name="quote" value={about.quote} />
          </figure>
        )}
        {about.about === "test" && (
          <figure className="ask-quote">
            <figcaption className="small muted">{t("testLabel")}</figcaption>
            <p><b>{showInvisible(about.test)}</b></p>
            {about.said && <pre tabIndex={0}>{showInvisible(about.said)}</pre>}
            <input type="hidden" name="test" value={about.test} />
            <input type="hidden" name="said" value={about.said ?? ""} />
          </figure>
        )}
        {about.about === "activity" && files.length === 0 && headings.length > 1 && (
          <label className="field">
            {t("part")}
            <select className="input" name="heading" defaultValue={values["heading"] ?? ""}>
              <option value="">{t("wholePart")}</option>
              {headings.map((heading, index) => <option key={index} value={heading}>{heading}</option>)}
            </select>
          </label>
        )}
        {files.length > 0 && about.about !== "passage" && (
          <fieldset className="ask-code">
            {about.about !== "test" && (
              <div className="ask-line">
                <label className="field">
                  {t("fileLabel")}
                  <select className="input" name="file" defaultValue={values["file"] ?? (about.about === "line" ? about.path : "")}>
                    <option value="">{t("noFile")}</option>
                    {files.map((file) => <option key={file} value={file}>{file}</option>)}
                  </select>
                </label>
                <label className="field">
                  {t("lineLabel")}
                  <input className="input" name="line" inputMode="numeric" pattern="\d{0,6}" size={6} defaultValue={values["line"] ?? (about.about === "line" ? about.line : "")} />
                </label>
              </div>
            )}
            <label className="check"><input type="checkbox" name="withCode" value="yes" defaultChecked /> {t("withCode")}</label>
          </fieldset>
        )}
        <KeptArea keptAs={`ask:${path}`} name="body" label={t("body")} help={t("bodyHelp")} value={values["body"]} error={refusal && refusal.error !== "tooMany" ? t(refusal.error) : undefined} />
        <div><button className="button primary" aria-disabled={isBusy}>{t("send")}</button></div>
      </Form>
    </div>
  );
}
