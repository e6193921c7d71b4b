/** One exercise as the files of a lab, and of the lesson before it. Pure. */
import { stringify } from "yaml";
import type { Language } from "../../../../sandbox/contract.ts";
import { convertHints } from "./convert-hints.ts";
import { convertMarkdown, type LinkContext } from "./convert-markdown.ts";
import { findText, type ExerciseSource } from "./exercise-source.ts";
import { estimateLabMinutes, estimateReadingMinutes } from "./order-exercises.ts";
import { listMissingModules } from "./missing-modules.ts";
import { pickFiles } from "./pick-files.ts";
import { NO_EXERCISE_CONFIG, parseExerciseConfig, resolveFileLists, type ExerciseConfig, type ListedExercise, type Track } from "./track-config.ts";

export interface ConvertedExercise {
  /** Of the lab's folder, by path: `lab.md`, `starter/…`. */
  labFiles: ReadonlyMap<string, string>;
  /** The lesson before it, for a concept exercise with an introduction. */
  lesson: { slug: string; title: string; text: string } | null;
  /** Test files, by their paths in the lab's `tests/`. */
  tests: readonly string[];
  warnings: readonly string[];
}

export interface ExercisePlace {
  /** How links in its texts are led. */
  links: LinkContext;
  /** Slugs of the activities that come first; those with `/` are of another module. */
  prerequisites: readonly string[];
  /** The lesson's file as the lab names it, such as `../03-lasagna-introduction.md`. */
  lessonLink: string;
  /** The licence's name, such as `MIT License`; null when the track has none. */
  licence: string | null;
}

/** Marks by which authors of a track keep tests from running until the learner gets there. */
const SKIPS: Partial<Record<Language, RegExp>> = {
  javascript: /\bx(?:test|it|describe)\b|\b(?:test|it|describe)\.skip\b/,
  typescript: /\bx(?:test|it|describe)\b|\b(?:test|it|describe)\.skip\b/,
  bash: /\bBATS_RUN_SKIPPED\b/,
};

/** For tests of which the track says that they may run long. */
const LONG_LIMITS = { cpuMs: 20_000, wallMs: 40_000, memoryMb: 512 } as const;

const SUMMARY_LONGEST = 400;

/** Says how the texts of one exercise would be named, before any of them is read. */
export function lessonSlugOf(slug: string): string {
  return `${slug}-introduction`;
}

/** Whether a concept exercise will have a lesson before it. */
export function hasLesson(exercise: ListedExercise, source: ExerciseSource): boolean {
  const found = findText(source, ".docs/introduction.md");
  return exercise.kind === "concept" && "text" in found && dropOwnTitle(found.text).trim() !== "";
}

/** @returns the lab, or the sentence that says why the exercise can't come over */
export function convertExercise(track: Track, exercise: ListedExercise, source: ExerciseSource, place: ExercisePlace): ConvertedExercise | { refused: string } {
  const warnings: string[] = [];
  const config = readConfig(source, warnings);
  if ("refused" in config) return config;
  const picked = pickFiles(source, resolveFileLists(track, exercise.slug, config.files), { kind: exercise.kind, language: track.language });
  if ("refused" in picked) return picked;
  warnings.push(...picked.warnings);

  warnings.push(...listMissingModules(track.language, [...picked.starter.keys(), ...picked.tests.keys()], [...picked.tests, ...picked.solution]));

  const docs = readDocs(source, place.links, warnings);
  if ("refused" in docs) return docs;
  const { introduction, instructions, append, hints } = docs;
  if (instructions === "") warnings.push("It has no instructions (`.docs/instructions.md`).");
  const splits = exercise.kind === "concept" && introduction !== "";
  const opening = splits ? [`Read [${escapeLabel(lessonTitle(exercise))}](${place.lessonLink}) first.`] : introduction === "" ? [] : [introduction, "## Instructions"];
  const body = [...opening, instructions, append, formatOrigin(track, exercise, config, place.licence)].filter((part) => part !== "").join("\n\n");

  const skips = SKIPS[track.language];
  const runSkipped = skips !== undefined && [...picked.tests.values()].some((text) => skips.test(text));
  const fields = {
    kind: "lab",
    title: exercise.title,
    summary: cutSummary(config.blurb),
    minutes: estimateLabMinutes(exercise),
    language: track.language,
    skills: listSkills(track, exercise),
    ...(place.prerequisites.length > 0 || splits ? { prerequisites: [...(splits ? [lessonSlugOf(exercise.slug)] : []), ...place.prerequisites] } : {}),
    ...(picked.readOnly.length > 0 ? { readOnly: [...picked.readOnly] } : {}),
    ...(runSkipped ? { runSkipped } : {}),
    ...(config.mayRunLong ? { limits: { ...LONG_LIMITS } } : {}),
  };
  const labFiles = new Map([
    ["lab.md", formatPage(fields, body)],
    ...(hints === null ? [] : [["hints.md", hints] as const]),
    ...[...picked.starter].map(([path, text]) => [`starter/${path}`, text] as const),
    ...[...picked.solution].map(([path, text]) => [`solution/${path}`, text] as const),
    ...[...picked.tests].map(([path, text]) => [`tests/${path}`, text] as const),
  ]);
  const lesson = splits ? { slug: lessonSlugOf(exercise.slug), title: lessonTitle(exercise), text: formatLesson(track, exercise, introduction) } : null;
  return { labFiles, lesson, tests: [...picked.tests.keys()], warnings: [...new Set(warnings)] };
}

function readConfig(source: ExerciseSource, warnings: string[]): ExerciseConfig | { refused: string } {
  const found = findText(source, ".meta/config.json");
  if ("refused" in found) return found;
  if ("missing" in found) {
    warnings.push("It has no `.meta/config.json`; its files were found by the track's patterns.");
    return NO_EXERCISE_CONFIG;
  }
  const parsed = parseExerciseConfig(found.text);
  return "refused" in parsed ? parsed : parsed.config;
}

interface Docs {
  introduction: string;
  instructions: string;
  append: string;
  hints: string | null;
}

function readDocs(source: ExerciseSource, links: LinkContext, warnings: string[]): Docs | { refused: string } {
  const texts: string[] = [];
  for (const names of [["introduction.md", "introduction.append.md"], ["instructions.md"], ["instructions.append.md"], ["hints.md"]]) {
    const parts: string[] = [];
    for (const name of names) {
      const found = findText(source, `.docs/${name}`);
      if ("refused" in found) return found;
      if ("missing" in found) continue;
      const { text, warnings: own } = convertMarkdown(dropOwnTitle(found.text), links);
      warnings.push(...own);
      if (text.trim() !== "") parts.push(text);
    }
    texts.push(parts.join("\n\n"));
  }
  const [introduction = "", instructions = "", append = "", hints = ""] = texts;
  return { introduction, instructions, append, hints: convertHints(hints) };
}

/** `# Instructions` at the head says what the file is, not what it is about. */
function dropOwnTitle(text: string): string {
  return text.replace(/^\uFEFF?\s*#[ \t]+(?:introduction|instructions?|hints?|description)(?:[ \t]+append)?[ \t]*#*[ \t]*(?:\r?\n|$)/i, "");
}

function formatOrigin(track: Track, exercise: ListedExercise, config: ExerciseConfig, licence: string | null): string {
  const page = `https://exercism.org/tracks/${track.slug}/exercises/${exercise.slug}`;
  const authors = config.authors.filter((name) => /^[\w.-]{1,60}$/.test(name)).map((name) => name.replace(/_/g, "\\_"));
  const people = authors.length > 0 ? `, written by ${authors.join(", ")}` : "";
  const terms = licence === null ? "" : ` (${licence})`;
  const source = formatSource(config);
  return `---\n\nThis is [${escapeLabel(exercise.title)}](${page}) of Exercism's ${escapeLabel(track.name)} track${people}${terms}.${source}`;
}

function formatSource({ source, sourceUrl }: ExerciseConfig): string {
  const words = escapeLabel(source.replace(/[\p{Cc}\s]+/gu, " ").trim().slice(0, 300));
  if (words === "") return "";
  const isLink = /^https?:\/\/[^\s<>()]+$/i.test(sourceUrl);
  return ` It goes back to: ${isLink ? `[${words}](${sourceUrl})` : words}${/[.!?]$/.test(words) && !isLink ? "" : "."}`;
}

function formatLesson(track: Track, exercise: ListedExercise, introduction: string): string {
  return formatPage(
    { kind: "lesson", title: lessonTitle(exercise), summary: "", minutes: estimateReadingMinutes(introduction), skills: listSkills(track, exercise) },
    introduction,
  );
}

function lessonTitle(exercise: ListedExercise): string {
  return `${exercise.title}: introduction`;
}

/** Concepts as skills: `javascript.arrays`. */
function listSkills(track: Track, exercise: ListedExercise): string[] {
  const named = exercise.kind === "concept" ? exercise.concepts : exercise.practices;
  const words = named.map((name) => name.toLowerCase().replace(/_/g, "-")).filter((name) => /^[a-z0-9-]+$/.test(name));
  return [...new Set(words)].map((name) => `${track.slug}.${name}`);
}

/** A Markdown file with its front matter. */
export function formatPage(fields: Readonly<Record<string, unknown>>, body: string): string {
  const written = Object.entries(fields).filter(([, value]) => value !== "" && !(Array.isArray(value) && value.length === 0));
  return `---\n${stringify(Object.fromEntries(written), { lineWidth: 0 })}---\n\n${body}\n`;
}

export function cutSummary(text: string): string {
  const line = text.replace(/[\p{Cc}\p{Cf}\s]+/gu, " ").trim();
  return line.length > SUMMARY_LONGEST ? `${line.slice(0, SUMMARY_LONGEST - 1)}…` : line;
}

/** Plain words for Markdown: nothing in them is a mark. */
export function escapeLabel(text: string): string {
  return text.replace(/[\\[\]*_`<$|]/g, "\\$&");
}
