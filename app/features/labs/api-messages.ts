import { defineMessages } from "../../i18n/messages.ts";

/** What the page's scripts say of the way to the server, and of reset and undo. */
export const messages = defineMessages({
  en: {
    noConnection: "There is no connection to the server.",
    runOffline: "There is no connection to the server. Your text is kept here; run again when it is back.",
    submitOffline: "There is no connection to the server. Nothing was handed in; submit again when it is back. Your text is kept here.",
    tooLarge: "The files are too large together. Shorten them and try again.",
    labGone: "This lab is no longer there for you. Copy your text before you leave.",
    trouble: "The server has a problem; nothing of yours is lost. Try again in a moment.",
    resetTrouble: "The server could not be reached; nothing was changed. Try again in a moment.",
    undoReset: "Undo reset",
    bringMineBack: "Bring mine back",
    starterBack: "The starter is back.",
    textBack: "Your text is back.",
    theirsTaken: "You go on with the text that was saved elsewhere. Yours is kept.",
    resetWaits: "Reset waits until your text is saved. Nothing was changed.",
  },
  es: {
    noConnection: "No hay conexión con el servidor.",
    runOffline: "No hay conexión con el servidor. Tu texto se conserva aquí; ejecuta otra vez cuando vuelva.",
    submitOffline: "No hay conexión con el servidor. No se entregó nada; entrega otra vez cuando vuelva. Tu texto se conserva aquí.",
    tooLarge: "Los archivos juntos son demasiado grandes. Acórtalos e inténtalo otra vez.",
    labGone: "Esta práctica ya no está disponible para ti. Copia tu texto antes de salir.",
    trouble: "El servidor tiene un problema; no se perdió nada tuyo. Inténtalo otra vez en un momento.",
    resetTrouble: "No se pudo llegar al servidor; no se cambió nada. Inténtalo otra vez en un momento.",
    undoReset: "Deshacer el reinicio",
    bringMineBack: "Recuperar el mío",
    starterBack: "El punto de partida está de nuevo.",
    textBack: "Tu texto está de vuelta.",
    theirsTaken: "Sigues con el texto que se guardó en otra parte. El tuyo se conserva.",
    resetWaits: "El reinicio espera a que tu texto esté guardado. No se cambió nada.",
  },
});
