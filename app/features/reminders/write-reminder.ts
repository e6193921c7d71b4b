/** The text of a reminder. Pure. */
import type { Locale } from "../../i18n/locales.ts";
import { createT } from "../../i18n/messages.ts";
import { formatMinutes } from "../../ui/format-minutes.ts";
import type { PieceView } from "../plans/plan-view.ts";
import { messages } from "./messages.ts";

export interface Reminder {
  subject: string;
  text: string;
  headers: Record<string, string>;
}

/**
 * A reminder with what the day holds and two ways to end reminders: a page, and what mail programs send when their own
 * button is pressed (List-Unsubscribe with a POST and no further question, RFC 8058).
 */
export function writeReminder({ name, pieces, origin, optOutKey, locale }: { name: string; pieces: readonly PieceView[]; origin: string; optOutKey: string; locale: Locale }): Reminder {
  const t = createT(messages, locale);
  const minutes = formatMinutes(pieces.reduce((sum, piece) => sum + piece.minutes, 0));
  const courses = [...new Set(pieces.map(({ courseTitle }) => courseTitle))];
  const endUrl = `${origin}/reminders/end?key=${optOutKey}`;
  const [only] = courses;
  return {
    subject: courses.length === 1 && only ? t("subject", { minutes, course: only }) : t("subjectMany", { minutes }),
    text: [
      t("hello", { name }),
      "",
      t("today"),
      "",
      ...pieces.flatMap((piece) => [t("piece", { title: piece.title, minutes: formatMinutes(piece.minutes), course: piece.courseTitle }), `  ${origin}${piece.path}`]),
      "",
      t("calm"),
      t("whole", { url: `${origin}/plan` }),
      "",
      "-- ",
      t("end", { url: endUrl }),
      "",
    ].join("\n"),
    headers: { "List-Unsubscribe": `<${endUrl}>`, "List-Unsubscribe-Post": "List-Unsubscribe=One-Click", "Auto-Submitted": "auto-generated" },
  };
}
