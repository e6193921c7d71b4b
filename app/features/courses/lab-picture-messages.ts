import { defineMessages } from "../../i18n/messages.ts";

/** The words in the picture of a lab on the first page. */
export const pictureMessages = defineMessages({
  en: {
    words: "A lab: a short JavaScript function in an editor, and below it its tests. Two pass. One fails and shows that 12.5 kg was expected and 12 kg came back.",
    saved: "Saved",
    run: "Run",
    submit: "Submit",
    some: "2 of 3 pass · 9 ms",
    first: "finds the heaviest parcel",
    second: "an empty van gives 0 kg",
    third: "keeps half kilograms",
    expected: "expected",
    got: "got",
  },
  es: {
    words: "Una práctica: una función corta de JavaScript en un editor y, debajo, sus pruebas. Dos pasan. Una falla y muestra que se esperaba 12.5 kg y se obtuvo 12 kg.",
    saved: "Guardado",
    run: "Ejecutar",
    submit: "Entregar",
    some: "2 de 3 pasan · 9 ms",
    first: "encuentra el paquete más pesado",
    second: "una furgoneta vacía da 0 kg",
    third: "conserva los medios kilos",
    expected: "esperado",
    got: "obtenido",
  },
});
