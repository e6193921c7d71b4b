import { useCallback, useEffect, useRef, useState } from "react";
import type { SaveAnswer } from "./save-review.server.ts";
import { levelField } from "./review-forms.ts";
import { readTabText, writeTabText } from "../../ui/tab-text.ts";

/** What a grader has written and chosen so far. */
export interface ReviewText {
  levels: Record<string, string>;
  summary: string;
}

export type SaveState =
  | { kind: "saved" }
  | { kind: "unsaved" }
  | { kind: "offline" }
  /** Another tab saved meanwhile. */
  | { kind: "conflict"; theirs: ReviewText; version: number }
  /** The review is somebody else's or decided: nothing can be stored any more. */
  | { kind: "lost" };

const SAVE_AFTER_MS = 800;
const RETRY_AFTER_MS = 4_000;

/**
 * A review in the making: saved a moment after each change, tried again when the connection is gone, and kept in
 * this tab until it is stored. Another tab's save stops it with a conflict that the grader resolves.
 */
export function useReviewDraft(submissionId: string, initial: ReviewText & { version: number }) {
  const [text, setText] = useState<ReviewText>({ levels: initial.levels, summary: initial.summary });
  const [version, setVersion] = useState(initial.version);
  const [state, setState] = useState<SaveState>({ kind: "saved" });
  const current = useRef({ text, version, isDirty: false });
  const timer = useRef<ReturnType<typeof setTimeout>>();
  const running = useRef<Promise<void> | null>(null);
  const key = `review:${submissionId}`;
  const atStart = useRef(initial);
  const newestSave = useRef<() => Promise<void>>(async () => {});

  const saveAfter = useCallback((delayMs: number) => {
    clearTimeout(timer.current);
    timer.current = setTimeout(() => void newestSave.current(), delayMs);
  }, []);

  const save = useCallback(async (): Promise<void> => {
    clearTimeout(timer.current);
    if (running.current) await running.current;
    if (!current.current.isDirty) return;
    running.current = send();
    await running.current;
    running.current = null;

    async function send() {
      const sent = current.current.text;
      const answer = await postReview(submissionId, sent, current.current.version);
      if (answer === null) {
        setState({ kind: "offline" });
        saveAfter(RETRY_AFTER_MS);
        return;
      }
      if (answer.kind === "saved") {
        current.current.version = answer.version;
        setVersion(answer.version);
        if (current.current.text !== sent) return saveAfter(SAVE_AFTER_MS);
        current.current.isDirty = false;
        writeTabText(key, "");
        setState({ kind: "saved" });
        return;
      }
      if (answer.kind === "conflict") {
        setState({ kind: "conflict", theirs: { levels: answer.levels, summary: answer.summary }, version: answer.version });
        return;
      }
      setState({ kind: "lost" });
    }
  }, [submissionId, key, saveAfter]);

  useEffect(() => {
    newestSave.current = save;
  }, [save]);

  function change(next: ReviewText) {
    current.current = { ...current.current, text: next, isDirty: true };
    setText(next);
    writeTabText(key, JSON.stringify({ ...next, version: current.current.version }));
    if (state.kind === "conflict" || state.kind === "lost") return;
    setState({ kind: "unsaved" });
    saveAfter(SAVE_AFTER_MS);
  }

  useEffect(() => {
    // What the server sends later is older than what is typed here.
    const { levels, summary } = atStart.current;
    const kept = parseKept(readTabText(key));
    if (kept && (kept.summary !== summary || JSON.stringify(kept.levels) !== JSON.stringify(levels))) {
      current.current = { text: { levels: kept.levels, summary: kept.summary }, version: kept.version, isDirty: true };
      setText(current.current.text);
      setVersion(kept.version);
      setState({ kind: "unsaved" });
      void save();
    }
    const onLeave = (event: BeforeUnloadEvent) => {
      if (current.current.isDirty) event.preventDefault();
    };
    const onOnline = () => void save();
    addEventListener("beforeunload", onLeave);
    addEventListener("online", onOnline);
    return () => {
      removeEventListener("beforeunload", onLeave);
      removeEventListener("online", onOnline);
      clearTimeout(timer.current);
    };
  }, [key, save]);

  return {
    ...text,
    version,
    state,
    choose: (criterionId: string, levelId: string) => change({ ...current.current.text, levels: { ...current.current.text.levels, [criterionId]: levelId } }),
    write: (summary: string) => change({ ...current.current.text, summary }),
    /** Resolves when nothing is on its way any more. */
    settle: save,
    /** Stores this tab's text over the other's. */
    keepMine() {
      if (state.kind !== "conflict") return;
      current.current.version = state.version;
      setVersion(state.version);
      setState({ kind: "unsaved" });
      void save();
    },
    /** Goes on with the other tab's text. */
    takeTheirs() {
      if (state.kind !== "conflict") return;
      current.current = { text: state.theirs, version: state.version, isDirty: false };
      setText(state.theirs);
      setVersion(state.version);
      writeTabText(key, "");
      setState({ kind: "saved" });
    },
  };
}

async function postReview(submissionId: string, { levels, summary }: ReviewText, version: number): Promise<SaveAnswer | null> {
  const body = new URLSearchParams({ version: String(version), summary });
  for (const [criterion, level] of Object.entries(levels)) body.set(levelField(criterion), level);
  try {
    const response = await fetch(`/review/${encodeURIComponent(submissionId)}/save`, { method: "POST", body });
    if (response.status === 200 || response.status === 409) return (await response.json()) as SaveAnswer;
    return response.status === 404 ? { kind: "not-claimed" } : null;
  } catch {
    return null;
  }
}

function parseKept(kept: string): (ReviewText & { version: number }) | null {
  if (kept === "") return null;
  try {
    return JSON.parse(kept) as ReviewText & { version: number };
  } catch {
    return null;
  }
}
