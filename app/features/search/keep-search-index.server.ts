import { setImmediate as nextTurn } from "node:timers/promises";
import type { SearchIndex, SearchText } from "../../../db/search-index.ts";
import type { Catalog, CatalogSource } from "../../catalog/catalog.ts";
import { findCourse, listActivities } from "../../catalog/find.ts";
import { SOURCE_LANGUAGE, translateCatalog } from "../../catalog/translate-catalog.ts";
import { buildActivityTexts, buildCourseTexts, isTranslated, listTranslationLanguages } from "./search-texts.ts";

export interface SearchKeeper {
  index: SearchIndex;
  /** Resolves when the index has the catalog of now. Cheap when it has. */
  refresh(): Promise<void>;
}

/** Keeps the index as the catalog is. Reading a course's texts gives way to requests after each activity. */
export function createSearchKeeper(index: SearchIndex, catalogSource: Pick<CatalogSource, "current">): SearchKeeper {
  let indexed: Catalog | null = null;
  let running: Promise<void> | null = null;

  async function refreshAll() {
    const catalog = catalogSource.current();
    for (const id of index.listCourseIds()) if (!catalog.courses.some((course) => course.id === id)) index.removeCourse(id);
    for (const course of catalog.courses) {
      if (index.findVersion(course.id) === course.contentHash) continue;
      const texts: SearchText[] = [];
      for (const language of [SOURCE_LANGUAGE, ...listTranslationLanguages(course)]) {
        // As a reader of that language has it; what is not translated stands in the index once.
        const read = findCourse(translateCatalog(catalog, language), course.id) ?? course;
        if (language === SOURCE_LANGUAGE || [course, ...course.modules].some((text) => isTranslated(text, language))) texts.push(...buildCourseTexts(read, language));
        for (const activity of listActivities(read)) {
          if (language !== SOURCE_LANGUAGE && !isTranslated(activity, language)) continue;
          texts.push(...buildActivityTexts(activity, language));
          await nextTurn();
        }
      }
      index.replaceCourse(course.id, course.contentHash, texts);
    }
    indexed = catalog;
  }

  return {
    index,
    async refresh() {
      while (indexed !== catalogSource.current()) {
        running ??= refreshAll().finally(() => (running = null));
        await running;
      }
    },
  };
}
