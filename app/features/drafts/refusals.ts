import { defineMessages } from "../../i18n/messages.ts";
import type { KeyOf, Saying } from "../../i18n/saying.ts";

/** Why the text of an editor is not taken. */
export const draftRefusals = defineMessages({
  en: {
    filesMissing: "The files did not arrive. Reload the page and try again.",
    notEditable: "“{path}” is not a file that can be changed here. The activity may have changed: reload the page.",
    notText: "{path} is not text.",
    fileTooLarge: "{path} is too large: {size} KiB, and at most {most} KiB fit. Shorten it and try again.",
    filesTooLarge: "The files are too large together: at most {most} KiB fit.",
    earlierGone: "That earlier text is no longer kept. Nothing was changed.",
  },
  es: {
    filesMissing: "Los archivos no llegaron. Vuelve a cargar la página e inténtalo otra vez.",
    notEditable: "«{path}» no es un archivo que se pueda cambiar aquí. Quizá la actividad cambió: vuelve a cargar la página.",
    notText: "{path} no es texto.",
    fileTooLarge: "{path} es demasiado grande: {size} KiB, y caben como mucho {most} KiB. Acórtalo e inténtalo otra vez.",
    filesTooLarge: "Los archivos juntos son demasiado grandes: caben como mucho {most} KiB.",
    earlierGone: "Ese texto anterior ya no se conserva. No se cambió nada.",
  },
});

export type DraftRefusal = Saying<KeyOf<typeof draftRefusals>>;
