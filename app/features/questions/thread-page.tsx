import { Form, Link, useNavigation } from "@remix-run/react";
import { useMemo } from "react";
import { verdictMessages } from "../submissions/verdict-messages.ts";
import { retell } from "../../i18n/retell.ts";
import { useLocale, useMessages } from "../../i18n/use-messages.ts";
import { Notice } from "../../ui/notice.tsx";
import { When } from "../../ui/when.tsx";
import { CodeFile } from "../reviews/code-file.tsx";
import { showInvisible } from "../reviews/show-invisible.ts";
import { useActAs } from "../accounts/use-act-as.ts";
import { useForgetArrived } from "../drafts/use-kept-text.ts";
import { KeptArea } from "./kept-area.tsx";
import { messages } from "./messages.ts";
import { StateTag } from "./question-list.tsx";
import type { ReplyView, ThreadView } from "./question-view.ts";

export type ThreadRefusal = { error: "empty" | "long" | "tooMany"; values: Record<string, string> };

/** A question with what it is about and what was answered. */
export function ThreadPage({ thread, refusal }: { thread: ThreadView; refusal: ThreadRefusal | null }) {
  const t = useMessages(messages);
  const locale = useLocale();
  const { standing, place, quote, line, test, files, body, state, isShared, askerName, replies, now } = thread;
  const bodies = useMemo(() => [body, ...replies.filter(({ isOwn }) => isOwn).map((reply) => reply.body)], [body, replies]);
  useForgetArrived(`ask:${place.path ?? ""}`, bodies);
  const marked = line ? files.findIndex(({ path }) => path === line.path) : -1;
  return (
    <div className="page questions">
      <header className="stack">
        <p className="small">{standing === "staff" ? <Link to={`/teach/${place.courseId}/questions`}>← {t("allQuestions")}</Link> : <Link to="/questions">← {t("allQuestions")}</Link>}</p>
        <h1>{t("thread")}</h1>
        <p className="question-facts muted">
          <StateTag state={state} />
          {isShared && <span className="tag">{t("shared")}</span>}
          <span>{place.courseTitle} · {place.path ? <Link to={place.path}>{place.activityTitle}</Link> : place.activityTitle}</span>
        </p>
      </header>
      <article className="sheet said" aria-label={t("thread")}>
        <p className="small muted said-by"><b>{standing === "asker" ? t("you") : askerName ? t("askedBy", { name: showInvisible(askerName) }) : t("asked")}</b> <When at={thread.createdAt} now={now} /></p>
        {quote && <blockquote className="ask-quote">{showInvisible(quote)}</blockquote>}
        {test && <div className="ask-quote"><p className="small muted">{t("testLabel")}</p><p><b>{showInvisible(test.name)}</b></p>{test.message && <pre tabIndex={0}>{showInvisible(retell(verdictMessages, locale, test.message))}</pre>}</div>}
        {line && <p className="small"><a href={marked >= 0 ? `#Q${marked}-${line.line}` : undefined}>{t("lineOf", { path: showInvisible(line.path), line: String(line.line) })}</a></p>}
        <p className="said-words">{showInvisible(body)}</p>
      </article>
      {files.length > 0 && (
        <details className="said-code" open={line !== null}>
          <summary>{t("code")}</summary>
          {files.map((file, index) => <CodeFile key={file.path} file={file} index={index} idPrefix="Q" comments={[]} now={now} openHref={null} openLine={index === marked ? (line?.line ?? null) : null} action="" />)}
        </details>
      )}
      <section className="stack" aria-labelledby="replies">
        <h2 id="replies" className="h3">{t("replies")}</h2>
        {replies.length === 0 && <p className="muted">{t("noReplies")}</p>}
        {replies.map((reply) => <Reply key={reply.id} reply={reply} isReader={standing === "reader"} now={now} />)}
      </section>
      {standing !== "reader" && <ThreadForms thread={thread} refusal={refusal} arrived={bodies} />}
    </div>
  );
}

function ThreadForms({ thread: { id, standing, state, isShared }, refusal, arrived }: { thread: ThreadView; refusal: ThreadRefusal | null; arrived: readonly string[] }) {
  const t = useMessages(messages);
  const isBusy = useNavigation().state === "submitting";
  const address = useActAs()(`/questions/${id}`);
  return (
    <>
      {refusal?.error === "tooMany" && <Notice tone="attention" live><p>{t("tooMany")}</p></Notice>}
      <Form method="post" action={address} className="stack" preventScrollReset>
        <KeptArea keptAs={`reply:${id}`} name="body" rows={4} arrived={arrived} label={t(standing === "staff" ? "reply" : "replyAsker")} value={refusal?.values["body"]} error={refusal && refusal.error !== "tooMany" ? t(refusal.error) : undefined} />
        <div><button className="button primary" name="intent" value="reply" aria-disabled={isBusy}>{t("sendReply")}</button></div>
      </Form>
      <Form method="post" action={address} className="thread-acts" preventScrollReset>
        <button className="button small" name="intent" value={state === "resolved" ? "reopen" : "resolve"}>{t(state === "resolved" ? "reopen" : "resolve")}</button>
        {standing === "staff" && (
          <>
            <button className="button small" name="intent" value={isShared ? "unshare" : "share"} aria-describedby="share-help">{t(isShared ? "unshare" : "share")}</button>
            <p className="small muted" id="share-help">{t("shareHelp")}</p>
          </>
        )}
      </Form>
    </>
  );
}

function Reply({ reply: { body, authorName, isStaff, isOwn, createdAt }, isReader, now }: { reply: ReplyView; isReader: boolean; now: Date }) {
  const t = useMessages(messages);
  const name = isOwn ? t("you") : authorName ? showInvisible(authorName) : isReader && !isStaff ? t("asked") : t("gone");
  return (
    <article className={isStaff ? "sheet said from-staff" : "sheet said"}>
      <p className="small muted said-by"><b><bdi>{name}</bdi></b> {isStaff && <span className="tag good">{t("teacher")}</span>} <When at={createdAt} now={now} /></p>
      <p className="said-words">{showInvisible(body)}</p>
    </article>
  );
}
