import type { ReactNode } from "react";
import { useLocale, useMessages } from "../../i18n/use-messages.ts";
import type { Explanation, Missing, Reason, Rule, Seen, TallyExplanation } from "./explain.ts";
import { formatShare } from "./gate-words.ts";
import { messages } from "./messages.ts";
import { Link } from "../../ui/link.tsx";

type T = ReturnType<typeof useMessages<(typeof messages)["en"]>>;

/** How an activity is done, what is there and what is missing: folded away until somebody asks. */
export function WhyActivity({ explanation }: { explanation: Explanation }) {
  const t = useMessages(messages);
  const words = useWords();
  const { rule, seen, missing } = explanation;
  return (
    <details className="why small">
      <summary>{t("whyActivity")}</summary>
      <dl>
        <dt>{t("whyHow")}</dt>
        <dd>{words.rule(rule)}</dd>
        <dt>{t("whySeen")}</dt>
        {seen.length === 0 ? <dd>{t("whyNothingSeen")}</dd> : seen.map((one) => <dd key={one.kind}>{words.seen(one)}</dd>)}
        <dt>{t("whyMissing")}</dt>
        {missing.length === 0 ? <dd>{t("whyNothingMissing")}</dd> : missing.map((one) => <dd key={one.kind}>{words.missing(one)}</dd>)}
      </dl>
    </details>
  );
}

/** Why a module or a course stands where it does. */
export function WhyTally({ of, explanation, courseId, children }: { of: "course" | "module"; explanation: TallyExplanation; courseId: string; children?: ReactNode }) {
  const t = useMessages(messages);
  const { done, total, optional, left, more } = explanation;
  return (
    <details className="why small">
      <summary>{t("why")}</summary>
      <p>{of === "course" ? t("whyCourse", { done, total }) : t("whyModule", { done, total })} {t("whyOptional", { count: optional })}</p>
      {left.length === 0 ? (
        <p>{t("whyAllDone")}</p>
      ) : (
        <>
          <p>{t("whyLeft")}:</p>
          <ul>
            {left.map(({ id, title, state }) => <li key={id}><Link to={`/courses/${courseId}/${id}`}>{title}</Link>{state === "closed" && <span className="muted"> ({t("closedTag")})</span>}</li>)}
            {more > 0 && <li>{t("whyMore", { count: more })}</li>}
          </ul>
        </>
      )}
      {children}
    </details>
  );
}

/** How one activity came to be done, in a sentence. */
export function useReasonWords(): (reason: Reason, at: Date) => string {
  const words = useWords();
  return (reason, at) => words.seen({ kind: "completed", reason, at, attempt: null });
}

/** What is missing, in a sentence. */
export function useMissingWords(): (missing: Missing) => string {
  return useWords().missing;
}

function useWords() {
  const t = useMessages(messages);
  const locale = useLocale();
  // In UTC, because the server does not know the reader's clock: the page says the same before and after scripts run.
  const date = (at: Date) => new Intl.DateTimeFormat(locale, { dateStyle: "long", timeZone: "UTC" }).format(at);
  const share = (value: number) => formatShare(locale, value);
  return {
    rule: (rule: Rule) => wordRule(t, rule, share),
    seen: (seen: Seen) => wordSeen(t, seen, date, share),
    missing: (missing: Missing) => wordMissing(t, missing, share),
  };
}

function wordRule(t: T, rule: Rule, share: (value: number) => string): string {
  switch (rule.kind) {
    case "lesson":
      return t("ruleLesson");
    case "lab":
      return t("ruleLab");
    case "project":
      return t("ruleProject");
    case "quiz":
      return t("ruleQuiz", { pass: share(rule.pass) });
    case "survey":
      return t("ruleSurvey");
    case "task":
      return t("ruleTask");
    case "task-signed":
      return t("ruleTaskSigned");
  }
}

const REASONS = { marked: "seenMarked", passed: "seenPassed", accepted: "seenAccepted", sent: "seenSent", checked: "seenChecked", signed: "seenSigned", placed: "seenPlaced" } as const satisfies Record<Reason, string>;

function wordSeen(t: T, seen: Seen, date: (at: Date) => string, share: (value: number) => string): string {
  switch (seen.kind) {
    case "completed":
      return seen.attempt === null ? t(REASONS[seen.reason], { date: date(seen.at) }) : t("seenPassedAttempt", { date: date(seen.at), attempt: seen.attempt });
    case "read":
      return t("seenRead", { share: share(seen.share) });
    case "submissions":
      return t("seenSubmissions", { count: seen.count, passed: seen.passed, total: seen.total });
    case "handed-in":
      return t("seenHandedIn", { date: date(seen.at) });
    case "changes-asked":
      return t("seenChangesAsked", { date: date(seen.at) });
    case "waiting":
      return t("seenWaiting", { date: date(seen.at) });
    case "returned":
      return t("seenReturned", { date: date(seen.at) });
    case "score":
      return t("seenScore", { attempts: seen.attempts, score: share(seen.best) });
    case "items":
      return t("seenItems", { done: seen.done, total: seen.total });
    case "hours":
      return t("seenHours", { hours: seen.hours });
    case "evidence":
      return t("seenEvidence");
  }
}

function wordMissing(t: T, missing: Missing, share: (value: number) => string): string {
  switch (missing.kind) {
    case "mark":
      return t("missingMark");
    case "tests":
      return t("missingTests");
    case "hand-in":
      return t("missingHandIn");
    case "acceptance":
      return t("missingAcceptance");
    case "score":
      return t("missingScore", { pass: share(missing.pass) });
    case "send":
      return t("missingSend");
    case "items":
      return t("missingItems", { count: missing.count });
    case "hours":
      return t("missingHours", { hours: missing.hours });
    case "evidence":
      return t("missingEvidence", { kind: missing.wanted });
    case "finish":
      return t("missingFinish");
    case "signature":
      return t("missingSignature");
    case "gate":
      return t("missingGate");
  }
}
