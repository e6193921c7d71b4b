/** What an import came to, exercise by exercise. */
import type { ExerciseKind } from "./track-config.ts";

export interface ImportedExercise {
  slug: string;
  kind: ExerciseKind;
  /** `module/activity` in the course. */
  activity: string;
  /** The lab's folder, from the content folder. */
  folder: string;
  tests: readonly string[];
  warnings: readonly string[];
}

export interface LeftExercise {
  slug: string;
  kind: ExerciseKind;
  reason: string;
}

export interface ImportReport {
  track: { slug: string; language: string; exercises: number };
  course: { id: string; /** From the content folder. */ folder: string; modules: number; labs: number; lessons: number };
  imported: readonly ImportedExercise[];
  /** Left out on purpose: deprecated, unfinished, unlisted. */
  skipped: readonly LeftExercise[];
  /** They should have come over and could not. */
  refused: readonly LeftExercise[];
  /** About the whole track. */
  warnings: readonly string[];
}
