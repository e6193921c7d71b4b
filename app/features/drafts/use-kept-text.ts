import { useCallback, useContext, useEffect, useRef, useState } from "react";
import { readTabText, writeTabText } from "../../ui/tab-text.ts";
import { PersonContext } from "../accounts/use-act-as.ts";
import { openDraftShelter, type OpenDraftShelter } from "./open-draft-shelter.ts";

/** The one name of a text among the files of a kept draft. */
const TEXT = "text";
const BASE = { version: 0, files: { [TEXT]: "" } };

export interface KeptText {
  text: string;
  keep: (text: string) => void;
  /** It has arrived where it belongs. */
  forget: () => void;
}

/**
 * A text that survives a reload, a crash and a move to another line until it is sent, under the name of whoever types
 * it. A tab finds its own again; one that is left by a tab that is gone comes back in the next.
 * @param name what it belongs to
 * @param initial what is shown where nothing is kept
 */
export function useKeptText(name: string, initial = ""): KeptText {
  const key = useTextKey(name);
  const [text, setText] = useState(initial);
  const shelter = useRef<OpenDraftShelter | null>(null);

  useEffect(() => {
    const opened = openDraftShelter(key, null);
    shelter.current = opened;
    const own = readTabText(key);
    setText(own || initial);
    let isGone = false;
    void opened.listLeft().then(async (left) => {
      const found = left.findLast(({ files }) => files[TEXT])?.files[TEXT];
      if (isGone || found === undefined || own !== "") return;
      // What was typed while it was looked for stays.
      setText((now) => (now === initial ? found : now));
    });
    return () => {
      isGone = true;
      shelter.current = null;
      opened.close();
    };
  }, [key, initial]);

  const keep = useCallback(
    (next: string) => {
      setText(next);
      writeTabText(key, next);
      if (next === "") void shelter.current?.release();
      else void shelter.current?.keep({ base: BASE, files: { [TEXT]: next }, unanswered: null });
    },
    [key],
  );
  const latest = useRef(text);
  useEffect(() => {
    latest.current = text;
  }, [text]);
  const forget = useCallback(() => {
    const sent = latest.current;
    keep("");
    void forgetLeft(key, (left) => left === sent);
  }, [keep, key]);
  return { text, keep, forget };
}

/** Forgets a kept text once it has arrived, as `bodies` show: on the page to which sending it led. */
export function useForgetArrived(name: string, bodies: readonly string[]): void {
  const key = useTextKey(name);
  useEffect(() => {
    const hasArrived = (text: string) => bodies.includes(text.replace(/\r\n/g, "\n").trim());
    if (hasArrived(readTabText(key))) writeTabText(key, "");
    void forgetLeft(key, hasArrived);
  }, [key, bodies]);
}

function useTextKey(name: string): string {
  return `rung:text:${useContext(PersonContext) ?? "nobody"}:${name}`;
}

/** Forgets what tabs that are gone left of it. */
async function forgetLeft(key: string, isArrived: (text: string) => boolean): Promise<void> {
  const shelter = openDraftShelter(key, null);
  for (const { id, files } of await shelter.listLeft()) if (isArrived(files[TEXT] ?? "")) await shelter.forgetLeft(id);
  shelter.close();
}
