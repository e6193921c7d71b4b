/** What an Exercism track's two kinds of `config.json` say, read leniently: only what a course needs is looked at. Pure. */
import { z } from "zod";
import type { Language } from "../../../../sandbox/contract.ts";
import { isId } from "../../order-names.ts";

/** Tracks that can be brought over, by their slug. */
export const TRACK_LANGUAGES: Readonly<Record<string, Language>> = { javascript: "javascript", typescript: "typescript", python: "python", bash: "bash" };

const words = z.array(z.string()).catch(() => []);
const optionalText = z.string().catch("");

const FILE_KINDS = ["solution", "test", "example", "exemplar", "editor", "invalidator"] as const;
export type FileKind = (typeof FILE_KINDS)[number];
/** Paths from the exercise's folder, as they are written: not yet known to be harmless. */
export type FileLists = Readonly<Record<FileKind, readonly string[]>>;

const fileLists = z.object({ solution: words, test: words, example: words, exemplar: words, editor: words, invalidator: words });
const emptyFileLists = () => ({ solution: [], test: [], example: [], exemplar: [], editor: [], invalidator: [] });

const entry = z.object({
  slug: z.string(),
  name: optionalText,
  status: z.string().catch("active"),
  difficulty: z.number().int().min(1).max(10).catch(1),
  concepts: words,
  practices: words,
  prerequisites: words,
});

const trackSchema = z.object({
  language: z.string().min(1),
  slug: z.string(),
  blurb: optionalText,
  files: fileLists.catch(() => emptyFileLists()),
  exercises: z.object({ concept: z.array(z.unknown()).catch([]), practice: z.array(z.unknown()).catch([]) }),
});

const exerciseSchema = z.object({
  authors: words,
  blurb: optionalText,
  source: optionalText,
  source_url: optionalText,
  files: fileLists.catch(() => emptyFileLists()),
  custom: z.record(z.string(), z.unknown()).catch(() => ({})),
});

/** By these a track says that a test file takes long, or holds tests beyond what is asked. */
const LONG_FLAGS = ["flag.tests.may-run-long", "flag.tests.includes-optional"];

export type ExerciseKind = "concept" | "practice";

/** An exercise as the track lists it. */
export interface ListedExercise {
  kind: ExerciseKind;
  slug: string;
  /** The name that people read. */
  title: string;
  status: string;
  /** 1 to 10. */
  difficulty: number;
  /** Concepts that it teaches (concept exercises). */
  concepts: readonly string[];
  /** Concepts that it trains (practice exercises). */
  practices: readonly string[];
  /** Concepts that come first. */
  prerequisites: readonly string[];
}

export interface Track {
  /** Such as `JavaScript`. */
  name: string;
  slug: string;
  language: Language;
  blurb: string;
  /** Patterns such as `%{kebab_slug}.js`, for exercises that name no files. */
  files: FileLists;
  exercises: readonly ListedExercise[];
  /** Entries that are no exercises: what stands there, and why. */
  faulty: readonly { slug: string; kind: ExerciseKind; reason: string }[];
}

export interface ExerciseConfig {
  authors: readonly string[];
  blurb: string;
  source: string;
  sourceUrl: string;
  files: FileLists;
  /** The tests may need far more time and memory than others. */
  mayRunLong: boolean;
}

/** The track, or the sentence that says why this is none that can be brought over. */
export function parseTrack(text: string): { track: Track } | { refused: string } {
  const json = parseJson(text);
  if ("refused" in json) return { refused: `\`config.json\` ${json.refused}` };
  const parsed = trackSchema.safeParse(json.value);
  if (!parsed.success) return { refused: "`config.json` is not that of an Exercism track: it needs `slug`, `language` and `exercises`." };
  const { language: name, slug, blurb, files, exercises } = parsed.data;
  const language = Object.hasOwn(TRACK_LANGUAGES, slug) ? TRACK_LANGUAGES[slug] : undefined;
  if (language === undefined) return { refused: `This is the track \`${slug.slice(0, 40)}\`. Tracks that can be brought over: ${Object.keys(TRACK_LANGUAGES).join(", ")}.` };

  const found: ListedExercise[] = [];
  const faulty: { slug: string; kind: ExerciseKind; reason: string }[] = [];
  for (const kind of ["concept", "practice"] as const) {
    for (const item of exercises[kind]) {
      const one = entry.safeParse(item);
      if (!one.success) {
        faulty.push({ slug: "?", kind, reason: "Its entry in `config.json` has no `slug`." });
        continue;
      }
      const { slug: own, name: title, ...rest } = one.data;
      if (!isId(own)) faulty.push({ slug: own, kind, reason: "Its slug can't be an id: lower-case letters, digits and single hyphens." });
      else if (found.some((other) => other.slug === own)) faulty.push({ slug: own, kind, reason: "`config.json` lists this slug twice; the first one counts." });
      else found.push({ kind, slug: own, title: cutTitle(title.trim() || formatSlug(own)), ...rest });
    }
  }
  return { track: { name, slug, language, blurb, files, exercises: found, faulty } };
}

export function parseExerciseConfig(text: string): { config: ExerciseConfig } | { refused: string } {
  const json = parseJson(text);
  if ("refused" in json) return { refused: `\`.meta/config.json\` ${json.refused}` };
  const parsed = exerciseSchema.safeParse(json.value);
  if (!parsed.success) return { refused: "`.meta/config.json` is no group of fields." };
  const { source_url: sourceUrl, custom, ...rest } = parsed.data;
  return { config: { ...rest, sourceUrl, mayRunLong: LONG_FLAGS.some((flag) => custom[flag] === true) } };
}

/** What an exercise without a configuration of its own has. */
export const NO_EXERCISE_CONFIG: ExerciseConfig = { authors: [], blurb: "", source: "", sourceUrl: "", files: emptyFileLists(), mayRunLong: false };

/** The exercise's own lists; where one is empty, the track's patterns filled in. */
export function resolveFileLists(track: Track, slug: string, own: FileLists): FileLists {
  const list = (kind: FileKind): readonly string[] => {
    const written = own[kind];
    // Patterns say where files usually are; editor files are only those that an exercise names.
    return written.length > 0 || kind === "editor" || kind === "invalidator" ? written : track.files[kind].map((pattern) => fillPattern(pattern, slug));
  };
  return { solution: list("solution"), test: list("test"), example: list("example"), exemplar: list("exemplar"), editor: list("editor"), invalidator: list("invalidator") };
}

function fillPattern(pattern: string, slug: string): string {
  const parts = slug.split("-");
  const upper = (part: string) => part.charAt(0).toUpperCase() + part.slice(1);
  return pattern
    .replaceAll("%{kebab_slug}", slug)
    .replaceAll("%{snake_slug}", parts.join("_"))
    .replaceAll("%{camel_slug}", parts.map((part, index) => (index === 0 ? part : upper(part))).join(""))
    .replaceAll("%{pascal_slug}", parts.map(upper).join(""));
}

function formatSlug(slug: string): string {
  return slug.split("-").map((part) => part.charAt(0).toUpperCase() + part.slice(1)).join(" ");
}

function cutTitle(title: string): string {
  const line = title.replace(/[\p{Cc}\p{Cf}\s]+/gu, " ").trim();
  return line.length > 100 ? `${line.slice(0, 99)}…` : line;
}

function parseJson(text: string): { value: unknown } | { refused: string } {
  try {
    return { value: JSON.parse(text.replace(/^\uFEFF/, "")) as unknown };
  } catch (error) {
    return { refused: `is not JSON: ${error instanceof Error ? error.message.split("\n")[0] : "it can't be read"}` };
  }
}
