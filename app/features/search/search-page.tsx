import { Form, Link, useSubmit } from "@remix-run/react";
import { Search } from "lucide-react";
import { useEffect, useRef, type KeyboardEvent } from "react";
import { useLocale, useMessages } from "../../i18n/use-messages.ts";
import { KindMark } from "../courses/kind-mark.tsx";
import { messages } from "./messages.ts";
import type { SearchLine, SearchView } from "./search-material.server.ts";
import { LONGEST_QUERY, type TextPart } from "./search-query.ts";

/** A pause in typing after which is searched, milliseconds. */
const TYPING_PAUSE_MS = 250;

/** A field, and what was found in the courses. Down and up go through the results, from the field too. */
export function SearchPage({ view }: { view: SearchView }) {
  const t = useMessages(messages);
  const { query, count, isCut, courses } = view;
  const hasAsked = query.trim() !== "";
  return (
    <div className="page reading search" onKeyDown={moveThroughResults}>
      <h1>{t("title")}</h1>
      <SearchForm query={query} />
      <p role="status" className="muted small">{hasAsked ? t(isCut ? "foundMore" : "found", { count }) : ""}</p>
      {!hasAsked && <p className="muted">{t("empty")}</p>}
      {hasAsked && count === 0 && (
        <div className="sheet empty-state">
          <h2 className="h3">{t("nothingTitle")}</h2>
          <p className="muted">{t("nothingHelp")}</p>
        </div>
      )}
      {courses.map((course) => (
        <section key={course.id} aria-labelledby={`found-in-${course.id}`} className="stack">
          <h2 className="h3" id={`found-in-${course.id}`}>{course.title}</h2>
          <ol className="sheet search-lines">{course.lines.map((line) => <Line key={line.path} line={line} />)}</ol>
        </section>
      ))}
      <p className="small muted only-with-scripts">{t("shortcut")}</p>
    </div>
  );
}

function SearchForm({ query }: { query: string }) {
  const t = useMessages(messages);
  const submit = useSubmit();
  const pause = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  useEffect(() => () => clearTimeout(pause.current), []);
  return (
    <Form role="search" action="/search" className="search-form" replace>
      <label className="sr-only" htmlFor="search-words">{t("label")}</label>
      <input
        className="input" id="search-words" name="q" type="search" defaultValue={query} placeholder={t("placeholder")} maxLength={LONGEST_QUERY}
        autoComplete="off" autoFocus={query === ""} enterKeyHint="search" data-result-origin
        onChange={(event) => {
          const { form } = event.currentTarget;
          clearTimeout(pause.current);
          pause.current = setTimeout(() => submit(form, { replace: true, preventScrollReset: true }), TYPING_PAUSE_MS);
        }}
      />
      <button className="button primary"><Search size={18} aria-hidden /> {t("button")}</button>
    </Form>
  );
}

function Line({ line: { path, language, kind, title, heading, excerpt } }: { line: SearchLine }) {
  const t = useMessages(messages);
  const lang = language === useLocale() ? undefined : language;
  return (
    <li className="search-line">
      <p className="search-line-title">
        <Link to={path} prefetch="intent" data-result lang={lang}><Parts parts={title} />{heading !== "" && <span className="muted"> · {heading}</span>}</Link>
        <span className="small muted">{kind ? <KindMark kind={kind} /> : t("courseItself")}</span>
      </p>
      {excerpt.length > 0 && <p className="small" dir="auto" lang={lang}><Parts parts={excerpt} /></p>}
    </li>
  );
}

function Parts({ parts }: { parts: readonly TextPart[] }) {
  return <>{parts.map(({ text, isFound }, index) => (isFound ? <mark key={index}>{text}</mark> : <span key={index}>{text}</span>))}</>;
}

function moveThroughResults(event: KeyboardEvent<HTMLElement>) {
  if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
  const steps = [...event.currentTarget.querySelectorAll<HTMLElement>("[data-result-origin], [data-result]")];
  const at = steps.indexOf(document.activeElement as HTMLElement);
  const next = steps[at + (event.key === "ArrowDown" ? 1 : -1)];
  if (at < 0 || !next) return;
  event.preventDefault();
  next.focus();
}
