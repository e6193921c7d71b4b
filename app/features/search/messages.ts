import { defineMessages } from "../../i18n/messages.ts";

export const messages = defineMessages({
  en: {
    title: "Search",
    label: "Search your courses",
    placeholder: "A word or a few",
    button: "Search",
    shortcut: "Press / to search from anywhere, ↓ and ↑ to go through what was found.",
    found: "{count, plural, =0 {Nothing was found} one {# place was found} other {# places were found}}",
    foundMore: "The {count, plural, one {best place} other {# best places}}; another word narrows it down",
    nothingTitle: "Nothing has all of these words",
    nothingHelp: "Try fewer words, or the beginning of a word. Courses are searched once you are enrolled in them.",
    empty: "Finds words in the lessons, labs and projects of your courses.",
    courseItself: "The course",
  },
  es: {
    title: "Buscar",
    label: "Busca en tus cursos",
    placeholder: "Una palabra o varias",
    button: "Buscar",
    shortcut: "Pulsa / para buscar desde cualquier página, ↓ y ↑ para recorrer los resultados.",
    found: "{count, plural, =0 {No se ha encontrado nada} one {Se ha encontrado # lugar} other {Se han encontrado # lugares}}",
    foundMore: "{count, plural, one {El mejor resultado} other {Los # mejores resultados}}; otra palabra lo acota",
    nothingTitle: "En ningún lugar están todas estas palabras",
    nothingHelp: "Prueba con menos palabras o con el comienzo de una. Se busca en los cursos en los que estás inscrito.",
    empty: "Encuentra palabras en las lecciones, prácticas y proyectos de tus cursos.",
    courseItself: "El curso",
  },
});
