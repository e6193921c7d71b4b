/** Which module an exercise belongs to and in which order they come. Pure. */
import type { ListedExercise } from "./track-config.ts";

export interface PlannedModule {
  id: string;
  title: string;
  summary: string;
  exercises: readonly ListedExercise[];
}

/** Exercism's own bands of difficulty. */
const BANDS = [
  { id: "practice-easy", title: "Practice: easy", most: 3 },
  { id: "practice-medium", title: "Practice: medium", most: 7 },
  { id: "practice-hard", title: "Practice: hard", most: 10 },
] as const;

/**
 * Concept exercises first, each after those that teach what it needs, otherwise as the track lists them; then practice
 * exercises by difficulty, a module for each band. Modules without exercises are left out.
 */
export function planModules(exercises: readonly ListedExercise[]): PlannedModule[] {
  const concepts: PlannedModule = {
    id: "concepts",
    title: "Concepts",
    summary: "One idea of the language after the other, each with a task to try it on.",
    exercises: orderByPrerequisites(exercises.filter((exercise) => exercise.kind === "concept")),
  };
  let least = 1;
  const bands = BANDS.map(({ id, title, most }): PlannedModule => {
    const from = least;
    least = most + 1;
    const own = exercises.filter(({ kind, difficulty }) => kind === "practice" && difficulty >= from && difficulty <= most);
    // Sorting keeps the track's order among equals.
    return { id, title, summary: `Exercises of difficulty ${from} to ${most} of 10.`, exercises: own.toSorted((a, b) => a.difficulty - b.difficulty) };
  });
  return [concepts, ...bands].filter((module) => module.exercises.length > 0);
}

/** Slugs of the exercises among `all` that teach what `exercise` needs. */
export function listTeachers(exercise: ListedExercise, all: readonly ListedExercise[]): string[] {
  const teachers = all.filter((other) => other.kind === "concept" && other.slug !== exercise.slug && other.concepts.some((concept) => exercise.prerequisites.includes(concept)));
  return teachers.map((other) => other.slug);
}

function orderByPrerequisites(exercises: readonly ListedExercise[]): ListedExercise[] {
  const ordered: ListedExercise[] = [];
  const placed = new Set<string>();
  const left = [...exercises];
  while (left.length > 0) {
    const ready = left.findIndex((exercise) => listTeachers(exercise, exercises).every((slug) => placed.has(slug)));
    // A circle of prerequisites is cut where the track's own order begins it.
    const [next] = left.splice(Math.max(0, ready), 1);
    if (!next) break;
    ordered.push(next);
    placed.add(next.slug);
  }
  return ordered;
}

/** Honest minutes of a practice exercise for its difficulty, 1 to 10: about a quarter of an hour for the easiest, two hours for the hardest. */
const PRACTICE_MINUTES = [15, 20, 25, 35, 45, 55, 70, 85, 100, 120] as const;
/** A concept exercise has a handful of small tasks. */
const CONCEPT_MINUTES = 30;
const WORDS_A_MINUTE = 150;

export function estimateLabMinutes(exercise: ListedExercise): number {
  return exercise.kind === "concept" ? CONCEPT_MINUTES : (PRACTICE_MINUTES[exercise.difficulty - 1] ?? CONCEPT_MINUTES);
}

export function estimateReadingMinutes(text: string): number {
  return Math.max(2, Math.ceil(text.split(/\s+/).length / WORDS_A_MINUTE));
}
