import { useLocale, useMessages } from "../../i18n/use-messages.ts";
import type { ReverifiedPass } from "./find-course-changes.server.ts";
import { messages } from "./messages.ts";

/** On a lab whose tests were changed after somebody passed it. */
export function ReverifiedNotice({ pass }: { pass: ReverifiedPass }) {
  const t = useMessages(messages);
  const at = new Intl.DateTimeFormat(useLocale(), { dateStyle: "long", timeZone: "UTC" }).format(new Date(pass.at));
  return <p className={`notice ${pass.stillPasses ? "good" : "attention"}`}>{t(pass.stillPasses ? "labStillPasses" : "labNeedsChange", { at })}</p>;
}
