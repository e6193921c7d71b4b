import type { Lesson } from "./catalog.ts";
import type { FrontMatterFile } from "./front-matter.ts";

/** What every kind of activity has, ready to be completed by its own builder. */
export interface ActivityParts {
  base: Omit<Lesson, "kind" | "renditions">;
  written: FrontMatterFile;
}
