import { useCallback, useEffect, useRef, useState, type RefObject } from "react";
import { fieldName } from "./answer-fields.ts";
import { readAnswersSaved } from "./answers-api.ts";

/** `waiting`: something is typed that was not sent yet. */
export type SaveState = { kind: "untouched" | "waiting" | "saving" | "saved" | "unsaved" } | { kind: "closed"; number: number };

const AFTER_TYPING_MS = 700;
const AGAIN_AFTER_MS = 5_000;

interface Autosave {
  state: SaveState;
  /** Says that something of this question changed. */
  touch(questionId: string): void;
  /** Stops: the form itself is sent now. */
  stop(): void;
  /** Goes on after the form came back. */
  resume(): void;
}

/**
 * Sends what changed a moment after it changed, one request at a time, and tries again while there is no connection.
 * Only the questions that were touched here are sent, so that two windows do not undo each other.
 */
export function useAutosave(formRef: RefObject<HTMLFormElement>, address: string): Autosave {
  const [state, setState] = useState<SaveState>({ kind: "untouched" });
  const dirty = useRef(new Set<string>());
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const isBusy = useRef(false);
  const isStopped = useRef(false);

  // A send that follows another, or comes again after a failure, is this same one.
  const sendNext = useRef<() => void>(() => {});
  const send = useCallback(
    async (keepalive = false) => {
      clearTimeout(timer.current);
      const fields = formRef.current;
      if (!fields || dirty.current.size === 0 || isStopped.current || (isBusy.current && !keepalive)) return;
      const sent = [...dirty.current];
      dirty.current.clear();
      isBusy.current = true;
      setState({ kind: "saving" });
      const answer = await fetch(address, { method: "POST", body: collect(fields, sent), keepalive }).then(
        async (response) => (response.ok || response.status === 409 ? readAnswersSaved(await response.json()) : null),
        () => null,
      ).catch(() => null);
      isBusy.current = false;
      if (isStopped.current) return;
      if (answer?.kind === "closed") {
        isStopped.current = true;
        return setState({ kind: "closed", number: answer.number });
      }
      if (!answer) for (const id of sent) dirty.current.add(id);
      setState({ kind: answer ? (dirty.current.size > 0 ? "waiting" : "saved") : "unsaved" });
      if (dirty.current.size > 0) timer.current = setTimeout(() => sendNext.current(), answer ? AFTER_TYPING_MS : AGAIN_AFTER_MS);
    },
    [formRef, address],
  );

  useEffect(() => {
    sendNext.current = () => void send();
  }, [send]);

  const touch = useCallback(
    (questionId: string) => {
      dirty.current.add(questionId);
      setState((now) => (now.kind === "closed" || now.kind === "unsaved" ? now : { kind: "waiting" }));
      clearTimeout(timer.current);
      timer.current = setTimeout(() => void send(), AFTER_TYPING_MS);
    },
    [send],
  );

  const stop = useCallback(() => {
    isStopped.current = true;
    clearTimeout(timer.current);
  }, []);

  const resume = useCallback(() => {
    isStopped.current = false;
  }, []);

  useEffect(() => {
    const flush = () => void send(true);
    const again = () => void send();
    addEventListener("pagehide", flush);
    addEventListener("online", again);
    return () => {
      removeEventListener("pagehide", flush);
      removeEventListener("online", again);
      flush();
    };
  }, [send]);

  return { state, touch, stop, resume };
}

/** The fields of these questions, with the attempt they belong to. */
function collect(form: HTMLFormElement, questionIds: readonly string[]): FormData {
  const all = new FormData(form);
  const part = new FormData();
  part.set("attempt", String(all.get("attempt")));
  for (const id of questionIds) {
    part.append("only", id);
    for (const [name, value] of all) if (name.startsWith(fieldName(id, ""))) part.append(name, value);
  }
  return part;
}
