import { defineMessages } from "../i18n/messages.ts";

/** What is said in plain text where no page can be shown. */
export const messages = defineMessages({
  en: {
    otherSite: "This request came from another site and was refused. Open the page here and try again.",
    tooMuchAtOnce: "Too much at once. Try again in a moment.",
    tooLarge: "That is too large: this page takes {size} KiB. Nothing of it was stored.",
    methodUnknown: "This address does not answer that method.",
    nothingHere: "There is nothing here.",
    diskFull: "The server's disk is full. Nothing was stored; try again in a while.",
    notUnderstood: "This request is not understood.",
    reload: "This request is not understood. Reload the page and try again.",
    noForm: "That was no form of this page.",
    tooMany: "Too many requests. Try again later.",
    ours: "Something broke here. It is our fault, and it was noted. Try again in a moment.",
  },
  es: {
    otherSite: "Esta petición vino de otro sitio y se rechazó. Abre la página aquí e inténtalo otra vez.",
    tooMuchAtOnce: "Demasiado a la vez. Inténtalo otra vez en un momento.",
    tooLarge: "Es demasiado grande: esta página admite {size} KiB. No se guardó nada.",
    methodUnknown: "Esta dirección no responde a ese método.",
    nothingHere: "Aquí no hay nada.",
    diskFull: "El disco del servidor está lleno. No se guardó nada; inténtalo otra vez dentro de un rato.",
    notUnderstood: "Esta petición no se entiende.",
    reload: "Esta petición no se entiende. Vuelve a cargar la página e inténtalo otra vez.",
    noForm: "Eso no era un formulario de esta página.",
    tooMany: "Demasiadas peticiones. Inténtalo otra vez más tarde.",
    ours: "Algo se rompió aquí. Es culpa nuestra y quedó anotado. Inténtalo otra vez en un momento.",
  },
});
