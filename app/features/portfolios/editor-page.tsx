import { Form, Link } from "@remix-run/react";
import { useMessages } from "../../i18n/use-messages.ts";
import { Field, TextField } from "../../ui/field.tsx";
import { Notice } from "../../ui/notice.tsx";
import { findErrorKey, messages } from "./messages.ts";
import type { EditorLine, EditorView } from "./open-editor.server.ts";

interface Answer {
  errors: Record<string, string>;
  values: Record<string, string>;
}

/** Where somebody writes and switches on their portfolio. One form; works without scripts. */
export function EditorPage({ view, origin, isJustSaved, answer }: { view: EditorView; origin: string; isJustSaved: boolean; answer: Answer | null }) {
  const t = useMessages(messages);
  const valueOf = (name: "slug" | "headline" | "about") => answer?.values[name] ?? view[name];
  const errorOf = (name: string) => {
    const key = findErrorKey(answer?.errors[name]);
    return key ? { error: t(key) } : {};
  };
  const isOn = (name: "isPublic" | "isListed") => (answer ? name in answer.values : view[name]);
  return (
    <div className="page reading portfolio-editor">
      <h1>{t("portfolio")}</h1>
      <p className="muted">{t("lead")}</p>
      {isJustSaved && !answer && <Notice tone="good" live><p>{view.isPublic ? <>{t("savedPublic")} <Link to={`/p/${view.slug}`}>{origin}/p/{view.slug}</Link></> : t("savedPrivate")}</p></Notice>}
      <Form method="post" action="/portfolio" className="stack">
        <section className="sheet panel-part" aria-labelledby="about-you">
          <h2 className="h3" id="about-you">{t("about")}</h2>
          <Field label={t("headline")} name="headline" maxLength={120} defaultValue={valueOf("headline")} help={t("headlineHelp")} {...errorOf("headline")} />
          <TextField label={t("aboutField")} name="about" rows={6} maxLength={3000} defaultValue={valueOf("about")} help={t("aboutHelp")} {...errorOf("about")} />
        </section>
        <section className="sheet panel-part" aria-labelledby="what-it-shows">
          <h2 className="h3" id="what-it-shows">{t("show")}</h2>
          <p className="muted">{view.lines.length === 0 ? t("nothing") : t("showLead")}</p>
          <ul className="list">{view.lines.map((line) => <Line key={line.key} line={line} answer={answer} />)}</ul>
        </section>
        <section className="sheet panel-part" aria-labelledby="its-address">
          <h2 className="h3" id="its-address">{t("address")}</h2>
          <Field label={t("slug")} name="slug" required minLength={3} maxLength={40} autoCapitalize="none" spellCheck={false} defaultValue={valueOf("slug")} help={t("slugHelp", { origin })} {...errorOf("slug")} />
          <label className="choice"><input type="checkbox" name="isPublic" defaultChecked={isOn("isPublic")} /> {t("isPublic")}</label>
          <label className="choice"><input type="checkbox" name="isListed" defaultChecked={isOn("isListed")} /> {t("isListed")}</label>
        </section>
        <div className="certificate-acts">
          <button className="button primary">{t("save")}</button>
          {view.isSaved && <Link className="button" to={`/p/${view.slug}`}>{t("view")}</Link>}
        </div>
      </Form>
    </div>
  );
}

function Line({ line, answer }: { line: EditorLine; answer: Answer | null }) {
  const t = useMessages(messages);
  const { key, kind, title, courseTitle, mayShowCode } = line;
  const named = courseTitle === "" ? title : `${title}, ${courseTitle}`;
  const wasTicked = (name: string, stored: boolean) => (answer ? name in answer.values : stored);
  return (
    <li className="portfolio-line">
      <label className="choice">
        <input type="checkbox" name={`show:${key}`} defaultChecked={wasTicked(`show:${key}`, line.isShown)} aria-label={t("showNamed", { title: named })} />
        <span><b>{title}</b> <span className="small muted">{[t(kind), courseTitle].filter(Boolean).join(" · ")}</span></span>
      </label>
      <input className="input" type="number" inputMode="numeric" min={1} max={99} name={`order:${key}`} defaultValue={answer ? (answer.values[`order:${key}`] ?? "") : (line.order ?? "")} aria-label={t("orderNamed", { title: named })} />
      {kind !== "certificate" && (
        <p className="small portfolio-code">
          {mayShowCode ? <label className="choice"><input type="checkbox" name={`code:${key}`} defaultChecked={wasTicked(`code:${key}`, line.showsCode)} aria-label={t("codeNamed", { title: named })} /> {t("withCode")}</label> : <span className="muted">{t("titleOnly")}</span>}
        </p>
      )}
    </li>
  );
}
