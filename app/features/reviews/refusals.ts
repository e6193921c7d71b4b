import { defineMessages } from "../../i18n/messages.ts";
import type { KeyOf, Saying } from "../../i18n/saying.ts";

/** Why something of a review was not stored or not sent, and what to do. */
export const reviewRefusals = defineMessages({
  en: {
    notUnderstood: "That could not be read. Reload the page and try again.",
    decisionNotUnderstood: "That could not be read. Go back to the review and try again.",
    reload: "Reload the page and try again.",
    summaryLong: "Use at most 5000 characters.",
    commentEmpty: "Write something, or close the comment.",
    commentLong: "Use at most 4000 characters.",
    decisionMissing: "Choose a decision.",
    changedMeanwhile: "The review was changed in another tab meanwhile. Below is what it says now: send that, or go back.",
    "held-by-other": "{name} has taken this review over. What you typed is still here: copy what you need.",
    decided: "This review is decided already, so nothing was changed.",
    "not-claimed": "Nobody holds this review at the moment. Start it again in the queue; what was saved is still there.",
    projectGone: "The project is broken or no longer in its course, so there is no rubric to decide by. Its instructor sees why; what you wrote is kept.",
    acceptedAlready: "Another hand-in of this project was accepted already. Give this one back to the queue.",
    sayWhat: "Say what is to change: write a summary, or a comment on a line.",
    levelsOpen: "To accept, choose a level for every criterion. Still open: {criteria}.",
    noLine: "There is no such line in what was handed in.",
    tooManyComments: "There are {count} comments on this hand-in already. Take some together.",
  },
  es: {
    notUnderstood: "No se pudo leer. Vuelve a cargar la página e inténtalo otra vez.",
    decisionNotUnderstood: "No se pudo leer. Vuelve a la revisión e inténtalo otra vez.",
    reload: "Vuelve a cargar la página e inténtalo otra vez.",
    summaryLong: "Usa como mucho 5000 caracteres.",
    commentEmpty: "Escribe algo o cierra el comentario.",
    commentLong: "Usa como mucho 4000 caracteres.",
    decisionMissing: "Elige una decisión.",
    changedMeanwhile: "Mientras tanto, la revisión cambió en otra pestaña. Abajo está lo que dice ahora: envía eso o vuelve.",
    "held-by-other": "{name} se encarga ahora de esta revisión. Lo que escribiste sigue aquí: copia lo que necesites.",
    decided: "Esta revisión ya está decidida, así que no se cambió nada.",
    "not-claimed": "En este momento nadie lleva esta revisión. Empiézala otra vez en la cola; lo guardado sigue allí.",
    projectGone: "El proyecto tiene errores o ya no está en su curso, así que no hay rúbrica con la que decidir. Quien enseña el curso ve por qué; lo que escribiste se conserva.",
    acceptedAlready: "Ya se aceptó otra entrega de este proyecto. Devuelve esta a la cola.",
    sayWhat: "Di qué hay que cambiar: escribe un resumen o un comentario en una línea.",
    levelsOpen: "Para aceptar, elige un nivel en cada criterio. Falta: {criteria}.",
    noLine: "Esa línea no existe en lo que se entregó.",
    tooManyComments: "Esta entrega ya tiene {count} comentarios. Junta algunos.",
  },
});

export type ReviewRefusal = Saying<KeyOf<typeof reviewRefusals>>;
