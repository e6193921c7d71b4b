import { defineMessages } from "../../i18n/messages.ts";

export const messages = defineMessages({
  en: {
    title: "Your hours",
    done: "{done} of {total}",
    left: "{left} are left, by the minutes that the course states.",
    basis: "From {own, plural, =0 {no measured activity of yours} one {# measured activity of yours} other {# measured activities of yours}}{others, plural, =0 {} one { and # other person} other { and # other people}}.",
    make: "Plan it",
    change: "Your plan of this course",
  },
  es: {
    title: "Tus horas",
    done: "{done} de {total}",
    left: "Quedan {left}, según los minutos que indica el curso.",
    basis: "A partir de {own, plural, =0 {ninguna actividad tuya medida} one {# actividad tuya medida} other {# actividades tuyas medidas}}{others, plural, =0 {} one { y # persona más} other { y # personas más}}.",
    make: "Planéalo",
    change: "Tu plan de este curso",
  },
});
