import { useEffect, useState } from "react";
import { useLocale } from "../i18n/use-messages.ts";
import { formatElapsed, formatLocalMoment } from "./format-when.ts";

/**
 * A moment in words. The server does not know the reader's time zone, so it says how long ago; the browser then says
 * it by its own clock, e.g. "yesterday evening".
 */
export function When({ at, now }: { at: Date; now: Date }) {
  const locale = useLocale();
  const [words, setWords] = useState(() => formatElapsed(at, now, locale));
  useEffect(() => setWords(formatLocalMoment(at, new Date(), locale)), [at, locale]);
  return <time dateTime={at.toISOString()}>{words}</time>;
}
