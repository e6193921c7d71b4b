import { useRevalidator } from "@remix-run/react";
import { useCallback, useEffect, useRef, useState } from "react";
import type { Said } from "../../i18n/saying.ts";
import { createT } from "../../i18n/messages.ts";
import { useLocale } from "../../i18n/use-messages.ts";
import type { CodeDocument } from "../../ui/code-editor/code-document.ts";
import type { HandInFate } from "../offline/hand-in-rules.ts";
import { useWaitingHandIn, type WaitingView } from "../offline/use-waiting-hand-in.ts";
import { cancelHandIn, keepHandIn } from "../offline/waiting-hand-ins.ts";
import type { LearnerResult } from "../submissions/learner-result.ts";
import { followSubmission } from "../submissions/follow-submission.ts";
import type { LabFormAnswer } from "./answer-lab-form.server.ts";
import type { LabView } from "./open-lab.server.ts";
import { messages } from "./api-messages.ts";
import { runLab, submitLab } from "./lab-api.ts";

/** What the lab is doing or has last done. */
export type LabWork =
  | { kind: "idle" }
  | { kind: "running" }
  | { kind: "submitting"; step: "sending" | "queued" | "running" }
  | { kind: "result"; from: "run" | "submit"; result: LearnerResult; submissionId: string | null }
  | { kind: "problem"; message: string };

/** What the page shows when it opens: the answer of a posted form, else the newest hand-in. */
export function readInitialWork({ submission }: Pick<LabView, "submission">, answer: Said<LabFormAnswer> | undefined): LabWork {
  switch (answer?.kind) {
    case "ran":
      return { kind: "result", from: "run", result: answer.result, submissionId: null };
    case "refused":
    case "busy":
    case "said":
      return { kind: "problem", message: answer.message };
    default:
      if (!submission) return { kind: "idle" };
      return submission.result ? { kind: "result", from: "submit", result: submission.result, submissionId: submission.id } : { kind: "submitting", step: "queued" };
  }
}

interface LabWorkParts {
  path: string;
  /** Where it is handed in, with the person's name. */
  submitUrl: string;
  /** Tells people and labs apart in this browser. */
  localKey: string;
  document: CodeDocument;
  /** Brings the draft to the server along the way. */
  saveDraft: () => void;
  initial: LabWork;
  /** A hand-in that was waiting for its verdict when the page opened. */
  waitingFor: string | null;
}

/** Running and handing in from the page. */
export function useLabWork({ path, submitUrl, localKey, document, saveDraft, initial, waitingFor }: LabWorkParts): { work: LabWork; run: () => void; submit: () => void; waiting: WaitingView | null } {
  const [work, setWork] = useState<LabWork>(initial);
  const { revalidate } = useRevalidator();
  const locale = useLocale();
  const running = useRef<AbortController | null>(null);
  const stopFollowing = useRef(() => {});
  const isSubmitting = useRef(false);

  const follow = useCallback(
    (submissionId: string) => {
      stopFollowing.current();
      isSubmitting.current = true;
      stopFollowing.current = followSubmission(submissionId, (event) => {
        if (event.state !== "done") return setWork({ kind: "submitting", step: event.state });
        isSubmitting.current = false;
        if (event.result) setWork({ kind: "result", from: "submit", result: event.result, submissionId });
        // The ladder and "next" know of it too.
        revalidate();
      });
    },
    [revalidate],
  );

  useEffect(() => {
    if (waitingFor) follow(waitingFor);
    return () => {
      stopFollowing.current();
      running.current?.abort();
      isSubmitting.current = false;
    };
    // Of the page as it was opened; later hand-ins are followed by `submit`.
  }, [follow, waitingFor]);

  const run = useCallback(() => {
    if (isSubmitting.current) return;
    running.current?.abort();
    const abort = (running.current = new AbortController());
    setWork({ kind: "running" });
    saveDraft();
    runLab(path, document.writableTexts(), locale, abort.signal).then(
      (reply) => {
        if (!abort.signal.aborted) setWork(reply.kind === "ran" ? { kind: "result", from: "run", result: reply.result, submissionId: null } : reply);
      },
      () => {},
    );
  }, [document, locale, path, saveDraft]);

  const submit = useCallback(() => {
    if (isSubmitting.current) return;
    isSubmitting.current = true;
    running.current?.abort();
    setWork({ kind: "submitting", step: "sending" });
    saveDraft();
    const files = document.writableTexts();
    void submitLab(submitUrl, files, locale).then(async (reply) => {
      isSubmitting.current = false;
      if (reply.kind === "stored") {
        // What waited is older than this.
        void cancelHandIn(localKey);
        return follow(reply.submissionId);
      }
      if (reply.kind === "problem") return setWork(reply);
      const isKept = await keepHandIn({ id: localKey, url: submitUrl, body: { files, idempotencyKey: reply.idempotencyKey }, keptAtMs: Date.now() });
      setWork(isKept ? { kind: "idle" } : { kind: "problem", message: createT(messages, locale)("submitOffline") });
    });
  }, [document, follow, localKey, locale, saveDraft, submitUrl]);

  const onSent = useCallback(
    (fate: Extract<HandInFate, { kind: "sent" | "refused" }>) => {
      if (fate.kind === "sent") follow(fate.submissionId);
      else setWork({ kind: "problem", message: fate.message ?? createT(messages, locale)("trouble") });
    },
    [follow, locale],
  );
  const waiting = useWaitingHandIn(localKey, onSent);
  return { work, run, submit, waiting };
}
