import { LANGUAGES, type Language } from "../../sandbox/contract.ts";
import type { Catalog } from "./catalog.ts";

/** The languages that anything in this catalog is programmed in, in the order of `LANGUAGES`. */
export function listLanguages({ courses }: Pick<Catalog, "courses">): Language[] {
  const activities = courses.flatMap(({ modules }) => modules).flatMap((module) => module.activities);
  const used = new Set(activities.map((activity) => ("language" in activity ? activity.language : null)));
  return LANGUAGES.filter((language) => used.has(language));
}
