import { z } from "zod";
import { LOCALES } from "../../i18n/locales.ts";

/** A choice of the interface's language, and the page to come back to. */
export const languageForm = z.object({ language: z.enum(LOCALES), next: z.string().max(2_000).optional() });
