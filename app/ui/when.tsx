import { useEffect, useState } from "react";
import { formatElapsed, formatLocalMoment } from "./format-when.ts";

/**
 * A moment in words. The server does not know the reader's time zone, so it says how long ago; the browser then says
 * it by its own clock, e.g. "yesterday evening".
 */
export function When({ at, now }: { at: Date; now: Date }) {
  const [words, setWords] = useState(() => formatElapsed(at, now));
  useEffect(() => setWords(formatLocalMoment(at, new Date())), [at]);
  return <time dateTime={at.toISOString()}>{words}</time>;
}
