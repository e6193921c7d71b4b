import { setImmediate as nextTurn } from "node:timers/promises";
import type { SearchIndex, SearchText } from "../../../db/search-index.ts";
import type { Catalog, CatalogSource } from "../../catalog/catalog.ts";
import { listActivities } from "../../catalog/find.ts";
import { buildActivityTexts, buildCourseTexts } from "./search-texts.ts";

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
      const texts: SearchText[] = buildCourseTexts(course);
      for (const activity of listActivities(course)) {
        texts.push(...buildActivityTexts(activity));
        await nextTurn();
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
