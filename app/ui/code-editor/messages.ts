import { defineMessages } from "../../i18n/messages.ts";

export const messages = defineMessages({
  en: {
    monacoFailed: "Monaco could not be loaded; this is the plain editor. ",
    leaveHelp: "Tab indents. <key>Esc</key>, then <key>Tab</key> leaves the editor.",
    files: "Files",
    readOnlyAfter: ", read only",
    readOnlyMark: " (read only)",
    editorOf: "{path}. Escape, then Tab leaves the editor.",
    editorOfReadOnly: "{path}, read only. Escape, then Tab leaves the editor.",
  },
  es: {
    monacoFailed: "No se pudo cargar Monaco; este es el editor sencillo. ",
    leaveHelp: "Tab sangra. <key>Esc</key> y después <key>Tab</key> sale del editor.",
    files: "Archivos",
    readOnlyAfter: ", solo lectura",
    readOnlyMark: " (solo lectura)",
    editorOf: "{path}. Escape y después Tab sale del editor.",
    editorOfReadOnly: "{path}, solo lectura. Escape y después Tab sale del editor.",
  },
});
