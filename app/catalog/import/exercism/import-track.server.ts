/** An Exercism track as a course of a content folder. */
import { resolve } from "node:path";
import { quoteForMessage } from "../../findings.ts";
import { findNearestWord } from "../../nearest-word.ts";
import { checkTarget, CourseInTheWay, replaceCourse } from "../replace-course.server.ts";
import type { SourcedExercise } from "./build-course-files.ts";
import { buildSoundCourse } from "./build-sound-course.ts";
import type { ImportReport, LeftExercise } from "./import-report.ts";
import { findTrackFolder, listExerciseFolders, readExercise, readTrackFile } from "./read-track.server.ts";
import { parseTrack, type ListedExercise, type Track } from "./track-config.ts";

export interface ImportRequest {
  trackFolder: string;
  /** The content folder: the course becomes `courses/exercism-<slug>/` in it. */
  into: string;
  /** Slugs that alone are wanted; null for all. */
  only: readonly string[] | null;
}

export type ImportAnswer = { report: ImportReport } | { unusable: string };

/** Left out unless somebody asks for them by name. */
const UNFINISHED: Readonly<Record<string, string>> = { deprecated: "The track says it is deprecated.", wip: "The track says it is not finished (wip)." };

/** Characters; a text beyond this is no licence that a page could show. */
const LICENCE_LONGEST = 40_000;

/**
 * Reads the track, converts what can be converted, checks the course as `rung check` reads it, and writes it whole.
 * Nothing is written when no exercise could come over.
 */
export async function importTrack({ trackFolder, into, only }: ImportRequest): Promise<ImportAnswer> {
  const root = await findTrackFolder(trackFolder);
  if (root === null) return { unusable: `There is no folder ${trackFolder}. Name a track's folder: the one that holds \`config.json\` and \`exercises/\`.` };
  const config = await readTrackFile(root, "config.json");
  if ("missing" in config) return { unusable: `There is no \`config.json\` in ${trackFolder}, so it is not the folder of an Exercism track.` };
  if ("refused" in config) return { unusable: `\`config.json\` can't be used. ${config.refused}` };
  const parsed = parseTrack(config.text);
  if ("refused" in parsed) return { unusable: parsed.refused };
  const { track } = parsed;
  const unknown = (only ?? []).filter((slug) => !track.exercises.some((exercise) => exercise.slug === slug));
  if (unknown.length > 0) return { unusable: unknown.map((slug) => explainUnknown(slug, track)).join("\n") };

  const courseId = `exercism-${track.slug}`;
  const target = resolve(into, "courses", courseId);
  const importer = `exercism/${track.slug}`;
  const { chosen, skipped } = chooseExercises(track, only);
  const { sourced, unread } = await readExercises(root, chosen);
  const licenceText = await readLicence(root);
  const built = buildSoundCourse(track, sourced, { courseId, licence: licenceText });
  const refused = [...(only === null ? track.faulty.map((one) => ({ ...one, slug: quoteForMessage(one.slug) })) : []), ...unread, ...built.refused];
  if (built.imported.length === 0) {
    return { unusable: ["No exercise could come over. Nothing was written.", ...refused.map((one) => `${one.slug}: ${one.reason}`)].join("\n") };
  }

  const warnings = [...built.warnings, ...(licenceText === null ? ["The track has no `LICENSE`: ask its authors before you show the course to others."] : [])];
  try {
    const former = await checkTarget({ target, importer });
    const lost = only === null ? [] : [...former].filter((path) => path.endsWith("/lab.md") && !built.imported.some((one) => path.endsWith(`-${one.slug}/lab.md`)));
    if (lost.length > 0) return { unusable: `The course at ${target} has ${lost.length} exercise${lost.length === 1 ? "" : "s"} that \`--only\` leaves out. Nothing was changed: name them too, or import into another folder.` };
    await replaceCourse({ target, files: built.files, importer });
  } catch (error) {
    if (error instanceof CourseInTheWay) return { unusable: error.message };
    throw error;
  }
  return {
    report: {
      track: { slug: track.slug, language: track.language, exercises: track.exercises.length + track.faulty.length },
      course: { id: courseId, folder: `courses/${courseId}`, modules: built.modules, labs: built.imported.length, lessons: built.lessons },
      imported: built.imported,
      skipped: only === null ? [...skipped, ...(await listUnlisted(root, track))] : skipped,
      refused,
      warnings,
    },
  };
}

async function readLicence(root: string): Promise<string | null> {
  for (const name of ["LICENSE", "LICENSE.md", "LICENSE.txt"]) {
    const found = await readTrackFile(root, name);
    if ("text" in found && found.text.length < LICENCE_LONGEST) return found.text;
  }
  return null;
}

/** What is wanted; the rest is said to be skipped only when everything was asked for. */
function chooseExercises(track: Track, only: readonly string[] | null): { chosen: ListedExercise[]; skipped: LeftExercise[] } {
  const chosen: ListedExercise[] = [];
  const skipped: LeftExercise[] = [];
  for (const exercise of track.exercises) {
    const reason = only === null && Object.hasOwn(UNFINISHED, exercise.status) ? UNFINISHED[exercise.status] : undefined;
    if (only !== null && !only.includes(exercise.slug)) continue;
    if (reason === undefined) chosen.push(exercise);
    else skipped.push({ slug: exercise.slug, kind: exercise.kind, reason });
  }
  return { chosen, skipped };
}

async function readExercises(root: string, chosen: readonly ListedExercise[]): Promise<{ sourced: SourcedExercise[]; unread: LeftExercise[] }> {
  const sourced: SourcedExercise[] = [];
  const unread: LeftExercise[] = [];
  for (const listed of chosen) {
    const source = await readExercise(root, listed.kind, listed.slug);
    if ("refused" in source) unread.push({ slug: listed.slug, kind: listed.kind, reason: source.refused });
    else sourced.push({ listed, source });
  }
  return { sourced, unread };
}

/** Folders that the track's own list does not know. */
async function listUnlisted(root: string, track: Track): Promise<LeftExercise[]> {
  const found: LeftExercise[] = [];
  for (const kind of ["concept", "practice"] as const) {
    const listed = new Set([...track.exercises, ...track.faulty].filter((one) => one.kind === kind).map((one) => one.slug));
    for (const name of await listExerciseFolders(root, kind)) {
      if (!listed.has(name)) found.push({ slug: quoteForMessage(name), kind, reason: "`config.json` does not list it." });
    }
  }
  return found;
}

function explainUnknown(slug: string, track: Track): string {
  const nearest = findNearestWord(slug, track.exercises.map((exercise) => exercise.slug));
  return `The track has no exercise \`${quoteForMessage(slug)}\`.${nearest ? ` Did you mean \`${nearest}\`?` : ""}`;
}
