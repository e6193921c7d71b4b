import { defineMessages } from "../../i18n/messages.ts";

/** The texts around the desk of a lab. */
export const pageMessages = defineMessages({
  en: {
    passed: "You have passed this lab.",
    visibleTests: "The visible tests",
    hiddenTests: "Submit runs hidden tests too. They say only whether they pass.",
    neighbours: "Before and after",
    editor: "Editor",
    "editor-monaco": "Monaco",
    "editor-plain": "Plain",
  },
  es: {
    passed: "Has superado esta práctica.",
    visibleTests: "Las pruebas visibles",
    hiddenTests: "Al entregar se ejecutan también pruebas ocultas. Solo dicen si pasan.",
    neighbours: "Antes y después",
    editor: "Editor",
    "editor-monaco": "Monaco",
    "editor-plain": "Sencillo",
  },
});
