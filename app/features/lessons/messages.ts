import { defineMessages } from "../../i18n/messages.ts";

export const messages = defineMessages({
  en: {
    stoppedAt: "You stopped {percent} % down the page.",
    continueThere: "Continue where you stopped",
    complete: "Complete",
    readToEnd: "Read to the end? Fill this rung.",
    oneMoment: "One moment…",
    takeBack: "Take it back",
    mark: "Mark as complete",
    onThisPage: "On this page",
    onThisPageFolded: "On this page, folded",
    notFound: "Not found",
  },
  es: {
    stoppedAt: "Lo dejaste al {percent} % de la página.",
    continueThere: "Seguir donde lo dejaste",
    complete: "Completa",
    readToEnd: "¿Has leído hasta el final? Llena este peldaño.",
    oneMoment: "Un momento…",
    takeBack: "Deshacer",
    mark: "Marcar como completa",
    onThisPage: "En esta página",
    onThisPageFolded: "En esta página, plegado",
    notFound: "No se encuentra",
  },
});
