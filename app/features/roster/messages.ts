import { defineMessages } from "../../i18n/messages.ts";

export const messages = defineMessages({
  en: {
    title: "Learners", nobody: "Nobody is enrolled yet", nobodyHelp: "People appear here as soon as they enroll.", name: "Name", joined: "Joined", lastActive: "Last active", finished: "Finished",
    of: "{finished, number} of {total, number}", notYet: "not yet", older: "Who joined earlier", first: "From the beginning",
  },
  es: {
    title: "Estudiantes", nobody: "Todavía no hay nadie inscrito", nobodyHelp: "Las personas aparecen aquí en cuanto se inscriben.", name: "Nombre", joined: "Inscripción", lastActive: "Última actividad", finished: "Terminado",
    of: "{finished, number} de {total, number}", notYet: "aún no", older: "Quienes se inscribieron antes", first: "Desde el principio",
  },
});
