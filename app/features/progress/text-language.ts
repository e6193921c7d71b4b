/** Which language an activity's text is shown in. Pure. */
import type { Activity, Catalog } from "../../catalog/catalog.ts";
import { findActivityById, findCourse } from "../../catalog/find.ts";
import { SOURCE_LANGUAGE } from "../../catalog/translate-catalog.ts";
import type { TextLanguage } from "../../ui/text-language.tsx";

/** The query that asks for the text as it was written. */
export const READ_SOURCE = { name: "in", value: "source" } as const;

/**
 * @param translated the activity as the reader's language has it
 * @param readsSource whether they asked for the text as it was written
 */
export function describeTextLanguage({ translated, readsSource, path, locale }: { translated: Activity; readsSource: boolean; path: string; locale: string }): TextLanguage | null {
  const language = translated.textLanguage ?? SOURCE_LANGUAGE;
  if (language === SOURCE_LANGUAGE) return locale === SOURCE_LANGUAGE ? null : { language, isStale: false, others: [] };
  if (readsSource) return { language: SOURCE_LANGUAGE, isStale: false, others: [{ language, path }] };
  return { language, isStale: translated.isStale ?? false, others: [{ language: SOURCE_LANGUAGE, path: `${path}?${READ_SOURCE.name}=${READ_SOURCE.value}` }] };
}

/** An activity as it was written. @param written the catalog that is not translated */
export function findSourceActivity(written: Catalog, { courseId, id }: Pick<Activity, "courseId" | "id">): Activity | null {
  const course = findCourse(written, courseId);
  return course && findActivityById(course, id);
}
