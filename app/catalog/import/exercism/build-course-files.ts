/** A track as the files of a course. Pure: everything was read before. */
import { convertExercise, cutSummary, escapeLabel, formatPage, hasLesson, lessonSlugOf, type ConvertedExercise } from "./convert-exercise.ts";
import { convertMarkdown, type LinkContext } from "./convert-markdown.ts";
import type { ExerciseSource } from "./exercise-source.ts";
import type { ImportedExercise, LeftExercise } from "./import-report.ts";
import { listTeachers, planModules, type PlannedModule } from "./order-exercises.ts";
import type { ListedExercise, Track } from "./track-config.ts";

/** What Exercism gives a run is generous; imported tests were written for it. */
const LIMITS = { cpuMs: 10_000, wallMs: 20_000, memoryMb: 256 } as const;

export interface SourcedExercise {
  listed: ListedExercise;
  source: ExerciseSource;
}

export interface CourseFiles {
  /** By path from the course's folder. */
  files: ReadonlyMap<string, string>;
  imported: readonly ImportedExercise[];
  refused: readonly LeftExercise[];
  modules: number;
  lessons: number;
}

/** Places are only known when it is known who comes over, and links need places: so conversion happens twice. */
export function buildCourseFiles(track: Track, exercises: readonly SourcedExercise[], of: { courseId: string; licence: string | null }): CourseFiles {
  const licence = of.licence === null ? null : nameLicence(of.licence);
  const nowhere: LinkContext = { trackSlug: track.slug, findExercise: () => null };
  const refused: LeftExercise[] = [];
  const sound = exercises.filter(({ listed, source }) => {
    const tried = convertExercise(track, listed, source, { links: nowhere, prerequisites: [], lessonLink: "", licence });
    if ("refused" in tried) refused.push({ slug: listed.slug, kind: listed.kind, reason: tried.refused });
    return !("refused" in tried);
  });

  const modules = placeModules(sound);
  const labOf = new Map(modules.flatMap((module) => module.places.map((place) => [place.listed.slug, { module, place }] as const)));
  const listed = sound.map((one) => one.listed);
  const files = new Map<string, string>([["course.md", formatCourse(track, of.licence)]]);
  const imported: ImportedExercise[] = [];
  let lessons = 0;
  for (const module of modules) {
    files.set(`${module.folder}/module.md`, formatPage({ title: module.plan.title, summary: module.plan.summary }, ""));
    for (const place of module.places) {
      const links = (up: string): LinkContext => ({
        trackSlug: track.slug,
        findExercise: (slug) => {
          const to = labOf.get(slug);
          return to ? `${up}${to.module === module ? "" : `../${to.module.folder}/`}${to.place.folder}/lab.md` : null;
        },
      });
      const prerequisites = place.listed.kind === "concept" ? listTeachers(place.listed, listed).filter((slug) => isBefore(labOf, slug, place)) : [];
      const convert = (up: string) => convertExercise(track, place.listed, place.source, { links: links(up), prerequisites, lessonLink: `../${place.lesson ?? ""}`, licence });
      // The lesson lies beside the lab's folder, the lab's text within it.
      const lab = convert("../");
      const lesson = place.lesson === null ? null : lessonOf(convert(""));
      if ("refused" in lab) continue;
      for (const [path, text] of lab.labFiles) files.set(`${module.folder}/${place.folder}/${path}`, text);
      if (lesson && place.lesson !== null) {
        files.set(`${module.folder}/${place.lesson}`, lesson.text);
        lessons += 1;
      }
      imported.push({
        slug: place.listed.slug,
        kind: place.listed.kind,
        activity: `${module.plan.id}/${place.listed.slug}`,
        folder: `courses/${of.courseId}/${module.folder}/${place.folder}`,
        tests: lab.tests,
        warnings: lab.warnings,
      });
    }
  }
  return { files, imported, refused, modules: modules.length, lessons };
}

interface Place extends SourcedExercise {
  /** Of the lab, in the module's folder. */
  folder: string;
  /** File of the lesson before it, in the module's folder. */
  lesson: string | null;
}

interface PlacedModule {
  plan: PlannedModule;
  folder: string;
  places: readonly Place[];
}

function placeModules(exercises: readonly SourcedExercise[]): PlacedModule[] {
  const sources = new Map(exercises.map((one) => [one.listed.slug, one.source]));
  return planModules(exercises.map((one) => one.listed)).map((plan, index) => {
    const most = plan.exercises.length * 2;
    const width = Math.max(2, String(most).length);
    let number = 0;
    const next = () => String((number += 1)).padStart(width, "0");
    const places = plan.exercises.flatMap((listed): Place[] => {
      const source = sources.get(listed.slug);
      if (!source) return [];
      const lesson = hasLesson(listed, source) ? `${next()}-${lessonSlugOf(listed.slug)}.md` : null;
      return [{ listed, source, lesson, folder: `${next()}-${listed.slug}` }];
    });
    return { plan, folder: `${String(index + 1).padStart(2, "0")}-${plan.id}`, places };
  });
}

/** Where the track's prerequisites run in a circle, only what comes earlier can be finished first. */
function isBefore(labOf: ReadonlyMap<string, { place: Place }>, slug: string, place: Place): boolean {
  const other = labOf.get(slug);
  return other !== undefined && other.place.folder < place.folder;
}

function lessonOf(converted: ConvertedExercise | { refused: string }): ConvertedExercise["lesson"] {
  return "refused" in converted ? null : converted.lesson;
}

function formatCourse(track: Track, licence: string | null): string {
  const name = escapeLabel(track.name);
  const about = convertMarkdown(track.blurb, { trackSlug: track.slug, findExercise: () => null }).text;
  const terms =
    licence === null
      ? "The track names no licence: ask its authors before you show this course to others."
      : `They are used under this licence:\n\n~~~~text\n${licence.replace(/\r\n?/g, "\n").replace(/^~{4,}/gm, "").trim()}\n~~~~`;
  return formatPage(
    { title: `${track.name} exercises from Exercism`, summary: cutSummary(track.blurb), defaults: { limits: { ...LIMITS } } },
    [about, "## Where this comes from", `Texts, tests and solutions are those of the [${name} track of Exercism](https://exercism.org/tracks/${track.slug}), by its authors and contributors. ${terms}`].filter((part) => part !== "").join("\n\n"),
  );
}

/** The first line of a licence that names it. */
function nameLicence(text: string): string {
  const line = text.split(/\r?\n/).find((one) => one.trim() !== "")?.trim() ?? "";
  return escapeLabel(line.replace(/[\p{Cc}\p{Cf}]/gu, "").replace(/\([^)]*\)/g, "").slice(0, 60).trim()) || "see the course's page";
}
