import { z } from "zod";

export const REPORT_KINDS = ["typo", "wrong", "broken", "unclear"] as const;
export const REPORT_STATES = ["open", "fixed", "declined"] as const;
export const REPORT_WORDS_LIMIT = 2_000;

/** What the page for a report posts; errors are codes. */
export const reportForm = z.object({
  kind: z.enum(REPORT_KINDS, "kind"),
  words: z.string().default("").transform((text) => text.replace(/\r\n/g, "\n").replaceAll("\u0000", "").trim()).pipe(z.string().max(REPORT_WORDS_LIMIT, "long")),
});

/** What the list of reports posts. */
export const reportStateForm = z.object({ id: z.string().min(1).max(64), state: z.enum(REPORT_STATES) });
