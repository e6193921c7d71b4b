import type { Activity, Module } from "./catalog.ts";
import { buildActivity, type ActivitySource } from "./build-activity.ts";
import { buildGates } from "./build-gates.ts";
import { buildTranslations, parseTranslationName } from "./build-translations.ts";
import { checkFieldsOrRecover } from "./check-fields.ts";
import { buildFault, buildRemark, quoteForMessage, type Finding } from "./findings.ts";
import { parseFrontMatterFile, type ParsedYaml } from "./front-matter.ts";
import { compareOrderedNames, isId, parseOrderedName } from "./order-names.ts";
import { moduleSchema, type ActivityDefaults } from "./schema.ts";
import { findFile, type SourceFile, type SourceFolder } from "./source-folder.ts";

/** Line of a field in each file of an activity, and in the module's own. */
export type FieldLines = ReadonlyMap<string, ParsedYaml["lineOf"]>;

export interface BuiltModule {
  module: Module;
  findings: Finding[];
  lines: FieldLines;
}

/** A module from its folder; `courseDefaults` are what the course's `defaults:` say. */
export function buildModule(folder: SourceFolder, place: { courseId: string; id: string }, courseDefaults: ActivityDefaults): BuiltModule {
  const findings: Finding[] = [...folder.findings];
  const file = findFile(folder, "module.md");
  const written = parseFrontMatterFile(file?.text ?? "---\n---\n");
  if (!file) findings.push(buildFault({ file: `${folder.path}/module.md`, message: "The module has no `module.md`.", fix: "Write one with `title:` and `summary:`." }));
  else findings.push(...written.faults.map((fault) => buildFault({ file: file.path, ...fault })));
  const { value: fields, findings: fieldFindings } = checkFieldsOrRecover(moduleSchema, file?.path ?? folder.path, written, { title: place.id });
  if (file) findings.push(...fieldFindings);

  const { gates, findings: gateFindings } = buildGates(fields.gates, place.id, { file: file?.path ?? folder.path, lineOf: written.lineOf });
  findings.push(...gateFindings);

  const translated = file ? buildTranslations(file, folder.files) : { translations: [], findings: [] };
  findings.push(...translated.findings);

  const lines = new Map<string, ParsedYaml["lineOf"]>(file ? [[file.path, written.lineOf]] : []);
  const built = listSources(folder, place, mergeDefaults(courseDefaults, fields.defaults), findings).map((source) => {
    const { activity, findings: own, lineOf } = buildActivity(source);
    findings.push(...own);
    if (lineOf) lines.set(activity.file, lineOf);
    return activity;
  });

  return {
    module: {
      id: place.id,
      courseId: place.courseId,
      title: fields.title,
      summary: fields.summary,
      outcomes: fields.outcomes.map((outcome) => (typeof outcome === "string" ? { id: null, text: outcome } : outcome)),
      gates,
      week: fields.week ?? null,
      overview: written.body,
      folder: folder.path,
      translations: translated.translations,
      activities: built.filter((activity): activity is Activity => activity.kind !== "broken"),
      broken: [...built.entries()].flatMap(([position, activity]) => (activity.kind === "broken" ? [{ ...activity, position }] : [])),
    },
    findings,
    lines,
  };
}

/** A module's defaults go before the course's; limits one by one. */
export function mergeDefaults(course: ActivityDefaults, module: ActivityDefaults): ActivityDefaults {
  const limits = { ...course.limits, ...module.limits };
  return { ...course, ...module, ...(Object.keys(limits).length > 0 ? { limits } : {}) };
}

type Entry = { order: number; id: string; file: SourceFile | null; folder: SourceFolder | null; path: string; unread?: Finding | undefined };

/** The activities of a module in reading order; what is not one becomes a finding. */
function listSources(folder: SourceFolder, place: { courseId: string; id: string }, defaults: ActivityDefaults, findings: Finding[]): ActivitySource[] {
  const entries: Entry[] = [];
  for (const file of folder.files) {
    if (file.name === "module.md" || file.name === "README.md") continue;
    const translation = parseTranslationName(file.name);
    if (translation) {
      if (!findFile(folder, translation.of)) {
        findings.push(buildRemark({ file: file.path, message: `This is a translation, and there is no \`${translation.of}\`.`, fix: "Rename it like the file it translates." }));
      }
      continue;
    }
    if (!file.name.endsWith(".md")) {
      findings.push(buildRemark({ file: file.path, message: "A module has no place for this file.", fix: "Move it into the folder of the activity that uses it, or remove it." }));
      continue;
    }
    addEntry(entries, file.name.slice(0, -".md".length), file, null, findings);
  }
  for (const child of folder.folders) addEntry(entries, child.name, null, child, findings);

  for (const name of folder.unread ?? []) {
    const path = `${folder.path}/${name}`;
    const ordered = name.endsWith(".md") ? parseOrderedName(name.slice(0, -".md".length)) : null;
    if (ordered && isId(ordered.id)) entries.push({ ...ordered, file: null, folder: null, path, unread: folder.findings.find((finding) => finding.file === path) });
  }
  entries.sort(compareOrderedNames);
  if (entries.length === 0) findings.push(buildRemark({ file: folder.path, message: "The module has no activities.", fix: "Add one, such as `01-welcome.md`." }));
  const kept: Entry[] = [];
  for (const entry of entries) {
    const same = kept.find((other) => other.id === entry.id);
    if (same) {
      findings.push(buildFault({ file: entry.path, message: `Its id \`${entry.id}\` is also that of \`${same.path.slice(folder.path.length + 1)}\`: the number does not count.`, fix: "Rename one of them." }));
      continue;
    }
    const before = kept.at(-1);
    if (before?.order === entry.order) {
      findings.push(buildRemark({ file: entry.path, message: `It has the same number as \`${before.path.slice(folder.path.length + 1)}\`.`, fix: "Give each its own number: it is the order in which learners meet them." }));
    }
    kept.push(entry);
  }
  return kept.map(({ id, file, folder: own, unread }) => ({ slug: id, file, folder: own, beside: (own ?? folder).files, unread, courseId: place.courseId, moduleId: place.id, defaults }));
}

function addEntry(entries: Entry[], name: string, file: SourceFile | null, folder: SourceFolder | null, findings: Finding[]): void {
  const path = file?.path ?? folder?.path ?? name;
  const ordered = parseOrderedName(name);
  if (!ordered) {
    findings.push(buildFault({ file: path, message: "The name has no order number, so it would not be shown.", fix: `Rename it to \`01-${quoteForMessage(file ? file.name : name)}\`, with the number of its place.` }));
  } else if (!isId(ordered.id)) {
    findings.push(buildFault({ file: path, message: `\`${quoteForMessage(ordered.id)}\` can't be an id.`, fix: "Use lower-case letters, digits and single hyphens, such as `01-count-the-errors`." }));
  } else {
    entries.push({ ...ordered, file, folder, path });
  }
}
