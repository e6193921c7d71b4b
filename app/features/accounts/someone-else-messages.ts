import { defineMessages } from "../../i18n/messages.ts";

/** A page of one person sends something while another is signed in in the same browser. */
export const someoneElseMessages = defineMessages({
  en: {
    refused: "Somebody else has signed in in this browser since this page was opened, so nothing was saved. Your text is kept in this browser under your name: sign in again as yourself, and it is here.",
    title: "Somebody else is signed in here",
    text: "The page you came from was opened by another person than the one who is signed in in this browser now. What it sent was not saved, so that nothing lands under a wrong name.",
    kept: "What was typed is kept in this browser under the name of whoever typed it, and comes back when they open that page again. Without scripts, your browser's Back button still has it.",
    signOut: "Sign out, then sign in as yourself",
    goOn: "Go on as {name}",
  },
  es: {
    refused: "Otra persona ha iniciado sesión en este navegador desde que se abrió esta página, así que no se guardó nada. Tu texto queda en este navegador a tu nombre: vuelve a entrar con tu cuenta y aquí estará.",
    title: "Aquí ha entrado otra persona",
    text: "La página de la que vienes la abrió otra persona, no la que ahora tiene la sesión iniciada en este navegador. Lo que envió no se guardó, para que nada acabe a nombre de quien no es.",
    kept: "Lo escrito queda en este navegador a nombre de quien lo escribió y vuelve cuando esa persona abre de nuevo esa página. Sin scripts, el botón Atrás del navegador todavía lo tiene.",
    signOut: "Cerrar sesión y entrar con mi cuenta",
    goOn: "Seguir como {name}",
  },
});
