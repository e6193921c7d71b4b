import { defineMessages } from "../../i18n/messages.ts";

export const messages = defineMessages({
  en: {
    title: "What you made",
    certificates: "Certificates",
    portfolio: "Portfolio",
    lead: "Everything you did here as a zip: hand-ins with their results, drafts, quizzes, tasks, notes, questions and certificates.",
    download: "Download all your work",
    readme: "This archive holds what {name} did on {site}, as it was on {date}.\n\nprofile.json: name, e-mail address, settings.\ncourses/COURSE/: one folder an activity.\n  submissions/NUMBER/files/: what was handed in.\n  submissions/NUMBER/result.json: what the tests said, and the review.\n  draft/: what is in the editor now.\n  quiz.json, survey.json, task.json, evidence/: what was answered and shown.\ncourses/COURSE/progress.json: what is done, and when.\ncertificates/: each as PDF and as an Open Badge.\nnotes.json, questions.json: what was noted and asked.\n\nAnswers to anonymous surveys are not here: nobody knows whose they are.\nHidden tests are named and not shown, as on the pages.\n",
  },
  es: {
    title: "Lo que has hecho",
    certificates: "Certificados",
    portfolio: "Portafolio",
    lead: "Todo lo que hiciste aquí en un zip: entregas con sus resultados, borradores, cuestionarios, tareas, notas, preguntas y certificados.",
    download: "Descargar todo tu trabajo",
    readme: "Este archivo contiene lo que {name} hizo en {site}, tal como estaba el {date}.\n\nprofile.json: nombre, dirección de correo, ajustes.\ncourses/CURSO/: una carpeta por actividad.\n  submissions/NÚMERO/files/: lo entregado.\n  submissions/NÚMERO/result.json: lo que dijeron las pruebas, y la revisión.\n  draft/: lo que hay ahora en el editor.\n  quiz.json, survey.json, task.json, evidence/: lo respondido y lo mostrado.\ncourses/CURSO/progress.json: lo terminado, y cuándo.\ncertificates/: cada uno en PDF y como insignia abierta.\nnotes.json, questions.json: lo anotado y lo preguntado.\n\nLas respuestas a encuestas anónimas no están: nadie sabe de quién son.\nLas pruebas ocultas se nombran y no se muestran, como en las páginas.\n",
  },
});
