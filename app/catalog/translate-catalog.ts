/** The catalog as it reads in a language: what has a translation is in it, the rest as it was written. Pure. */
import type { Activity, Catalog, Course, Module, Translation } from "./catalog.ts";

/** The language in which material is written when nothing else is said. */
export const SOURCE_LANGUAGE = "en";

const translated = new WeakMap<Catalog, Map<string, Catalog>>();

/** Cheap when asked again: a catalog is translated once for each language. */
export function translateCatalog(catalog: Catalog, language: string): Catalog {
  if (language === SOURCE_LANGUAGE) return catalog;
  const known = translated.get(catalog) ?? new Map<string, Catalog>();
  translated.set(catalog, known);
  const before = known.get(language);
  if (before) return before;
  const courses = catalog.courses.map((course) => translateCourse(course, language));
  const answer = courses.some((course, index) => course !== catalog.courses[index]) ? { ...catalog, courses } : catalog;
  known.set(language, answer);
  return answer;
}

function translateCourse(course: Course, language: string): Course {
  const modules = course.modules.map((module) => translateModule(module, language));
  const found = findTranslation(course, language);
  if (!found) return modules.some((module, index) => module !== course.modules[index]) ? { ...course, modules } : course;
  const { title, summary, outcomes, audience, text } = found;
  return {
    ...course, modules, title, summary: summary || course.summary, overview: text, textLanguage: language, isStale: found.isStale,
    outcomes: outcomes.length > 0 ? outcomes : course.outcomes, audience: audience || course.audience,
  };
}

function translateModule(module: Module, language: string): Module {
  const activities = module.activities.map((activity) => translateActivity(activity, language));
  const found = findTranslation(module, language);
  if (!found) return activities.some((activity, index) => activity !== module.activities[index]) ? { ...module, activities } : module;
  const { title, summary, outcomes, text } = found;
  return { ...module, activities, title, summary: summary || module.summary, overview: text, outcomes: module.outcomes.map((outcome, index) => ({ ...outcome, text: outcomes[index] ?? outcome.text })) };
}

function translateActivity(activity: Activity, language: string): Activity {
  const found = findTranslation(activity, language);
  if (!found) return activity;
  const { title, text, isStale } = found;
  const named = { title, summary: found.summary || activity.summary };
  // What these ask is part of their text.
  if (activity.kind === "quiz" || activity.kind === "survey" || activity.kind === "task") return { ...activity, ...named };
  const shown = { ...named, text, textLanguage: language, isStale };
  if (activity.kind === "lab") return { ...activity, ...shown };
  if (activity.kind === "project") return { ...activity, ...shown };
  // The translation is of the lesson's own file; its other forms stay as they are.
  return { ...activity, ...shown, renditions: activity.renditions.map((rendition) => (rendition.file === activity.file ? { ...rendition, text } : rendition)) };
}

function findTranslation({ translations }: { translations?: readonly Translation[] }, language: string): Translation | null {
  return translations?.find((translation) => translation.language === language) ?? null;
}
