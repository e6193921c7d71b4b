import { BookOpenText, CirclePlay } from "lucide-react";
import { useMessages } from "../../i18n/use-messages.ts";
import { mediaMessages } from "./media-messages.ts";
import type { LessonView } from "./open-lesson.server.ts";

/** Reading or watching: a plain form, because the choice is remembered on the server. */
export function RenditionSwitch({ path, lesson }: { path: string; lesson: LessonView }) {
  const t = useMessages(mediaMessages);
  if (lesson.forms.length < 2) return null;
  return (
    <form method="post" action="/account/media" className="rendition-switch no-print">
      <input type="hidden" name="intent" value="form" />
      <input type="hidden" name="next" value={path} />
      <fieldset>
        <legend className="small">{t("formLabel")} <span className="muted">{t("formRemembered")}</span></legend>
        {lesson.forms.map(({ form, minutes }) => (
          <button key={form} className={`button small ${form === lesson.form ? "chosen" : ""}`} name="form" value={form} aria-pressed={form === lesson.form}>
            {form === "video" ? <CirclePlay size={17} aria-hidden /> : <BookOpenText size={17} aria-hidden />}
            {form === "video" ? t("formVideo") : t("formText")} <span className="muted">{t("formMinutes", { minutes })}</span>
          </button>
        ))}
      </fieldset>
    </form>
  );
}
