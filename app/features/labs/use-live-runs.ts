import { useCallback, useEffect, useRef, useState } from "react";
import type { CodeDocument } from "../../ui/code-editor/code-document.ts";
import type { Language } from "../../../sandbox/contract.ts";
import type { LearnerResult } from "../submissions/learner-result.ts";
import { runLive } from "./lab-api.ts";
import { keepLivePreference, readLivePreference } from "./live-preference.ts";
import { createLiveState, stepLive, type LiveEvent, type LiveState, type LiveStop } from "./live-schedule.ts";

export interface LiveView {
  isOn: boolean;
  /** Why they stand still although they are on. */
  stop: LiveStop | null;
  /** Of the newest text that was run; null when Run or Submit was pressed since. */
  result: LearnerResult | null;
}

export interface LiveRuns {
  live: LiveView;
  toggle(): void;
}

/** Before the grader is tried again, milliseconds. */
const AFTER_CRASH_MS = 30_000;
const LIMITS: ReadonlySet<LearnerResult["outcome"]> = new Set(["timed-out", "out-of-memory", "too-much-output"]);

/**
 * Runs the visible tests when the keys have rested. A key press only writes down a time: nothing is rendered, read or
 * sent before the pause. `isHeld`: Run or Submit is under way.
 */
export function useLiveRuns({ path, language, document, isHeld }: { path: string; language: Language; document: CodeDocument; isHeld: boolean }): LiveRuns {
  const [live, setLive] = useState<LiveView>({ isOn: true, stop: null, result: null });
  const send = useRef<(event: LiveEvent) => void>(() => {});

  useEffect(() => {
    let state: LiveState = createLiveState(readLivePreference(language));
    let told: Pick<LiveState, "isOn" | "stop"> = state;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const aborts = new Map<number, AbortController>();

    function step(event: LiveEvent) {
      const taken = stepLive(state, event, performance.now());
      state = taken.state;
      for (const effect of taken.effects) {
        if (effect.type === "abort") aborts.get(effect.id)?.abort();
        else if (effect.type === "run") run(effect.id);
        else {
          clearTimeout(timer);
          timer = setTimeout(() => step({ type: "due" }), effect.inMs);
        }
      }
      const { isOn, stop } = state;
      // Keys come here too, and change neither: they must not reach React.
      if (isOn === told.isOn && stop === told.stop) return;
      told = { isOn, stop };
      setLive((view) => ({ ...view, isOn, stop }));
    }

    function run(id: number) {
      const abort = new AbortController();
      aborts.set(id, abort);
      void runLive(path, document.writableTexts(), abort.signal)
        .then(
          (reply) => {
            if (abort.signal.aborted) return;
            if (reply.kind === "missed") return step({ type: "missed", id, retryAfterMs: reply.retryAfterMs });
            // Not the learner's doing, and nobody asked: Run says what is wrong.
            if (reply.result.outcome === "crashed") return step({ type: "missed", id, retryAfterMs: AFTER_CRASH_MS });
            const metLimit = LIMITS.has(reply.result.outcome);
            step({ type: "answered", id, metLimit });
            if (!metLimit) setLive((view) => ({ ...view, result: reply.result }));
          },
          () => {},
        )
        .finally(() => aborts.delete(id));
    }

    send.current = step;
    setLive((view) => ({ ...view, isOn: state.isOn }));
    const unsubscribe = document.subscribe(() => step({ type: "edited" }));
    return () => {
      unsubscribe();
      clearTimeout(timer);
      for (const abort of aborts.values()) abort.abort();
      send.current = () => {};
    };
  }, [document, language, path]);

  useEffect(() => {
    send.current({ type: isHeld ? "held" : "released" });
    if (isHeld) setLive((view) => (view.result === null ? view : { ...view, result: null }));
  }, [isHeld]);

  const toggle = useCallback(() => {
    // What stands still by itself is turned on again, not off.
    const isOn = !live.isOn || live.stop !== null;
    keepLivePreference(isOn);
    send.current({ type: "toggled", isOn });
    if (!isOn) setLive((view) => ({ ...view, result: null }));
  }, [live]);

  return { live, toggle };
}
