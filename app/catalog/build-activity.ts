/** One activity from its file or folder. Pure: what could not be built is a finding, never an exception. */
import type { Activity, BrokenActivity } from "./catalog.ts";
import type { ActivityParts } from "./activity-parts.ts";
import { buildGates } from "./build-gates.ts";
import { buildLab } from "./build-lab.ts";
import { buildLesson, RENDITION_FILES, TRANSCRIPT_FILE } from "./build-lesson.ts";
import { buildProject } from "./build-project.ts";
import { buildQuiz } from "./build-quiz.ts";
import { buildSurvey } from "./build-survey.ts";
import { buildTask } from "./build-task.ts";
import { buildTranslations, parseTranslationName } from "./build-translations.ts";
import { checkFields } from "./check-fields.ts";
import { hashParts } from "./content-hash.server.ts";
import { buildFault, buildRemark, quoteForMessage, sortProblems, type Finding } from "./findings.ts";
import { parseFrontMatterFile, type FrontMatterFile, type ParsedYaml } from "./front-matter.ts";
import { findNearestWord } from "./nearest-word.ts";
import { ACTIVITY_SCHEMAS, KINDS, labSchema, lessonSchema, projectSchema, quizSchema, SERVED_KINDS, surveySchema, taskSchema, type ActivityDefaults, type GateFields, type WrittenKind } from "./schema.ts";
import { findFile, findFolder, listFilesBelow, listFindingsBelow, type SourceFile, type SourceFolder } from "./source-folder.ts";

/** An activity's own file, and its folder when it has one. */
export interface ActivitySource {
  file: SourceFile | null;
  folder: SourceFolder | null;
  /** The files among which its own stands, for its translations; those of its folder when left out. */
  beside?: readonly SourceFile[];
  courseId: string;
  moduleId: string;
  slug: string;
  /** Why its one file could not be read; then `file` and `folder` are null. */
  unread?: Finding | undefined;
  /** Values of course and module together. */
  defaults: ActivityDefaults;
}

export interface BuiltActivity {
  /** `broken` when any finding breaks it. */
  activity: Activity | BrokenActivity;
  findings: Finding[];
  /**
   * What could be built in spite of its findings, for tools that grade; faulty fields have stand-ins. Null when
   * nothing could.
   */
  attempt: Activity | null;
  /** Line of a field in the activity's own file. */
  lineOf: ParsedYaml["lineOf"] | null;
}

/** What may stand in an activity's folder beside its own file. */
const FOLDER_ENTRIES: Partial<Record<WrittenKind, readonly string[]>> = {
  lesson: ["assets", TRANSCRIPT_FILE, ...RENDITION_FILES],
  task: ["assets"],
  quiz: ["assets"],
  survey: ["assets"],
  lab: ["assets", "starter", "solution", "tests", "wrong", "hints.md", "params.ts"],
  project: ["assets", "starter", "tests", "rubric.yml", "hints.md", "params.ts"],
};

export function buildActivity(source: ActivitySource): BuiltActivity {
  if (source.unread) return breakActivity(source, null, null, [source.unread]);
  const findings = source.folder ? listFindingsBelow(source.folder) : [];
  const file = source.file ?? findOwnFile(source.folder, findings);
  if (!file) return breakActivity(source, null, null, findings);

  const written = parseFrontMatterFile(file.text ?? "");
  findings.push(...written.faults.map((fault) => buildFault({ file: file.path, ...fault })));
  if (written.data === null) return breakActivity(source, file, null, findings);

  const kind = findKind(source, file, written, findings);
  if (!kind) return breakActivity(source, file, written, findings);
  findings.push(...checkEntries(source.folder, kind), ...checkTranslations(source.beside ?? source.folder?.files ?? [], file, written));

  const data = { ...pickDefaults(kind, source), ...written.data, ...mergeLimits(kind, source, written) };
  const checked = checkFields(ACTIVITY_SCHEMAS[kind], file.path, written, data);
  findings.push(...checked.findings);
  if (!SERVED_KINDS.includes(kind)) {
    findings.push(
      buildFault({
        file: file.path,
        line: written.lineOf(["kind"]),
        field: "kind",
        message: `This version serves ${SERVED_KINDS.join(", ")}; a ${kind} is not shown to learners yet.`,
        fix: "Make it one of those, or keep it in another folder until a version serves it.",
      }),
    );
    return breakActivity(source, file, written, findings);
  }
  if (written.body.source.trim() === "") {
    findings.push(buildRemark({ file: file.path, line: written.body.firstLine, message: "The activity has no text.", fix: "Write what the learner reads below the front matter." }));
  }
  const usable = checked.value === null ? dropFaulty(data, checked.findings, source.slug) : data;
  const activity = completeActivity(source, file, written, kind, usable, findings);
  if (!activity || findings.some((finding) => finding.breaks)) return { ...breakActivity(source, file, written, findings), attempt: activity };
  return { activity, attempt: activity, findings, lineOf: written.lineOf };
}

function completeActivity(source: ActivitySource, file: SourceFile, written: FrontMatterFile, kind: WrittenKind, data: unknown, findings: Finding[]): Activity | null {
  if (kind === "lesson") {
    const fields = lessonSchema.safeParse(data);
    if (!fields.success) return null;
    const built = buildLesson(source.folder, buildParts(source, file, written, fields.data, findings), fields.data);
    findings.push(...built.findings);
    return built.activity;
  }
  if (kind === "lab" && source.folder) {
    const fields = labSchema.safeParse(data);
    if (!fields.success) return null;
    const built = buildLab(source.folder, buildParts(source, file, written, fields.data, findings), fields.data);
    findings.push(...built.findings);
    return built.activity;
  }
  if (kind === "project" && source.folder) {
    const fields = projectSchema.safeParse(data);
    if (!fields.success) return null;
    const built = buildProject(source.folder, buildParts(source, file, written, fields.data, findings), fields.data);
    findings.push(...built.findings);
    return built.activity;
  }
  if (kind === "quiz") {
    const fields = quizSchema.safeParse(data);
    if (!fields.success) return null;
    const built = buildQuiz(buildParts(source, file, written, fields.data, findings), fields.data);
    findings.push(...built.findings);
    return built.activity;
  }
  if (kind === "survey") {
    const fields = surveySchema.safeParse(data);
    if (!fields.success) return null;
    const built = buildSurvey(buildParts(source, file, written, fields.data, findings), fields.data);
    findings.push(...built.findings);
    return built.activity;
  }
  if (kind === "task") {
    const fields = taskSchema.safeParse(data);
    if (!fields.success) return null;
    const built = buildTask(buildParts(source, file, written, fields.data, findings), fields.data);
    findings.push(...built.findings);
    return built.activity;
  }
  return null;
}

/** The fields without the faulty ones, so that one check also shows what is wrong with the other files. */
function dropFaulty(data: Readonly<Record<string, unknown>>, findings: readonly Finding[], slug: string): Record<string, unknown> {
  const faulty = new Set(findings.map((finding) => finding.field?.split(/[.[]/)[0]));
  return { title: slug, minutes: 1, ...Object.fromEntries(Object.entries(data).filter(([name]) => !faulty.has(name))) };
}

type CommonFields = Pick<Activity, "title" | "summary" | "minutes" | "skills" | "practises" | "assesses" | "required" | "prerequisites" | "points" | "aliases"> & { gates: readonly GateFields[] };

function buildParts(source: ActivitySource, file: SourceFile, written: FrontMatterFile, fields: CommonFields, findings: Finding[]): ActivityParts {
  const built = buildGates(fields.gates, source.moduleId, { file: file.path, lineOf: written.lineOf });
  findings.push(...built.findings);
  const assets = source.folder && findFolder(source.folder, "assets");
  const translated = buildTranslations(file, source.beside ?? source.folder?.files ?? []);
  findings.push(...translated.findings);
  const qualify = (id: string) => (id.includes("/") ? id : `${source.moduleId}/${id}`);
  return {
    written,
    base: {
      id: `${source.moduleId}/${source.slug}`,
      slug: source.slug,
      moduleId: source.moduleId,
      courseId: source.courseId,
      title: fields.title,
      summary: fields.summary,
      minutes: fields.minutes,
      skills: fields.skills,
      practises: fields.practises.map(qualify),
      assesses: fields.assesses.map(qualify),
      required: fields.required,
      prerequisites: fields.prerequisites.map(qualify),
      gates: built.gates,
      points: fields.points,
      aliases: fields.aliases.map(qualify),
      text: written.body,
      translations: translated.translations,
      file: file.path,
      folder: source.folder?.path ?? null,
      assets: assets ? [...listFilesBelow(assets).keys()] : [],
      contentHash: buildContentHash(source, file, fields),
    },
  };
}

/** Of everything that the learner meets: not of the reference, nor of the known-wrong programs, translations, or which outcomes it is for. */
function buildContentHash(source: ActivitySource, file: SourceFile, all: CommonFields): string {
  const fields: Partial<CommonFields> = { ...all };
  delete fields.practises;
  delete fields.assesses;
  const met = source.folder ? [...listFilesBelow(source.folder)].filter(([path]) => !/^(?:solution|wrong)\//.test(path) && parseTranslationName(path) === null) : [["text", file] as const];
  return hashParts({ fields: JSON.stringify(fields), ...Object.fromEntries(met.map(([path, part]) => [`file:${path}`, part.hash])) });
}

function findOwnFile(folder: SourceFolder | null, findings: Finding[]): SourceFile | null {
  if (!folder) return null;
  const own = folder.files.filter((file) => KINDS.some((kind) => file.name === `${kind}.md`));
  const [first, second] = own;
  if (!first) {
    findings.push(
      buildFault({ file: folder.path, message: "The folder holds no activity.", fix: "Put `lesson.md`, `lab.md` or `project.md` in it." }),
    );
    return null;
  }
  if (second) findings.push(buildFault({ file: second.path, message: `The folder holds two activities, \`${first.name}\` and \`${second.name}\`.`, fix: "Give each its own folder." }));
  return first;
}

function findKind(source: ActivitySource, file: SourceFile, written: FrontMatterFile, findings: Finding[]): WrittenKind | null {
  const value = written.data?.["kind"];
  const at = { file: file.path, line: written.lineOf(["kind"]), field: "kind" };
  const kind = KINDS.find((known) => known === value);
  const usual = source.folder ? file.name.replace(/\.md$/, "") : "lesson";
  if (value === undefined) {
    findings.push(buildFault({ ...at, message: "`kind` is missing.", fix: `Add \`kind: ${usual}\`.` }));
    return null;
  }
  if (!kind) {
    const nearest = findNearestWord(String(value), KINDS);
    findings.push(
      buildFault({ ...at, message: `\`kind\` is "${quoteForMessage(String(value))}", which is no kind of activity.`, fix: nearest ? `Did you mean \`${nearest}\`?` : `Write one of ${KINDS.join(", ")}.` }),
    );
    return null;
  }
  if (source.folder && file.name !== `${kind}.md`) {
    findings.push(buildFault({ ...at, message: `\`kind\` is ${kind}, but the file is \`${file.name}\`.`, fix: `Rename the file to \`${kind}.md\`, or write \`kind: ${usual}\`.` }));
  }
  if (!source.folder && (kind === "lab" || kind === "project")) {
    findings.push(buildFault({ ...at, message: `A ${kind} needs files of its own, so it is a folder.`, fix: `Move this file to \`${file.path.replace(/\.md$/, "")}/${kind}.md\`.` }));
  }
  return kind;
}

function checkEntries(folder: SourceFolder | null, kind: WrittenKind): Finding[] {
  const known = FOLDER_ENTRIES[kind];
  if (!folder || !known) return [];
  const findings: Finding[] = [];
  const entries = [...folder.files, ...folder.folders];
  for (const entry of entries) {
    if (known.includes(entry.name) || KINDS.some((name) => entry.name === `${name}.md`) || parseTranslationName(entry.name) !== null || entry.name === "README.md") continue;
    const nearest = findNearestWord(entry.name, known);
    // A misspelt `test/` would leave a lab without its tests: it breaks. Anything else is only in the way.
    const build = nearest ? buildFault : buildRemark;
    findings.push(
      build({ file: entry.path, message: `A ${kind} has no place for \`${entry.name}\`.`, fix: nearest ? `Did you mean \`${nearest}\`?` : `Move it under \`assets/\` or \`starter/\`, or remove it. A ${kind} has ${known.map((name) => `\`${name}\``).join(", ")}.` }),
    );
  }
  const params = findFile(folder, "params.ts");
  if (params) {
    findings.push(buildFault({ file: params.path, message: "This version does not serve variants (`params.ts`).", fix: "Remove the file and write the values into the text, the starter and the tests." }));
  }
  return findings;
}

function checkTranslations(beside: readonly SourceFile[], file: SourceFile, written: FrontMatterFile): Finding[] {
  const languages = written.data?.["languages"];
  if (!Array.isArray(languages)) return [];
  return languages.flatMap((tag, index) => {
    const name = file.name.replace(/\.md$/, `.${String(tag)}.md`);
    if (beside.some((other) => other.name === name)) return [];
    return [buildRemark({ file: file.path, line: written.lineOf(["languages", index]), field: `languages[${index}]`, message: `There is no translation \`${quoteForMessage(name)}\`.`, fix: "Write it, or remove the language." })];
  });
}

/** Inherited values of the fields that this kind has. */
function pickDefaults(kind: WrittenKind, source: ActivitySource): Record<string, unknown> {
  const shape = ACTIVITY_SCHEMAS[kind].shape;
  const entries = Object.entries(source.defaults).filter(([name, value]) => value !== undefined && Object.hasOwn(shape, name));
  const hasCode = source.folder?.folders.some((child) => child.name === "starter" || child.name === "tests");
  return Object.fromEntries(entries.filter(([name]) => name !== "language" || kind === "lab" || hasCode));
}

/** Limits are inherited one by one. */
function mergeLimits(kind: WrittenKind, source: ActivitySource, written: FrontMatterFile): Record<string, unknown> {
  const own = written.data?.["limits"];
  const inherited = source.defaults.limits;
  if ((kind !== "lab" && kind !== "project") || !inherited || typeof own !== "object" || own === null || Array.isArray(own)) return {};
  return { limits: { ...inherited, ...own } };
}

function breakActivity(source: ActivitySource, file: SourceFile | null, written: FrontMatterFile | null, findings: Finding[]): BuiltActivity {
  const title = written?.data?.["title"];
  return {
    activity: {
      kind: "broken",
      id: `${source.moduleId}/${source.slug}`,
      slug: source.slug,
      moduleId: source.moduleId,
      courseId: source.courseId,
      title: typeof title === "string" && title.trim() !== "" ? title.trim().slice(0, 120) : source.slug,
      file: file?.path ?? source.folder?.path ?? source.unread?.file ?? "",
      folder: source.folder?.path ?? null,
      problems: sortProblems(findings),
    },
    attempt: null,
    findings,
    lineOf: written?.lineOf ?? null,
  };
}
