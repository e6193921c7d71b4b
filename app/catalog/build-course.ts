import type { Course, Module } from "./catalog.ts";
import { buildModule } from "./build-module.ts";
import { checkFieldsOrRecover } from "./check-fields.ts";
import { checkMinutes } from "./check-minutes.ts";
import { checkOutcomes } from "./check-outcomes.ts";
import { checkReadingGrade } from "./check-reading-grade.ts";
import { checkGates } from "./check-gates.ts";
import { checkPlacements } from "./check-placements.ts";
import { checkPace } from "./check-pace.ts";
import { checkReferences } from "./check-references.ts";
import { checkTexts } from "./check-texts.ts";
import { buildTranslations } from "./build-translations.ts";
import { hashParts } from "./content-hash.server.ts";
import { buildFault, buildRemark, quoteForMessage, sortProblems, type Finding } from "./findings.ts";
import { parseFrontMatterFile, type ParsedYaml } from "./front-matter.ts";
import { compareOrderedNames, isId, parseOrderedName, type OrderedName } from "./order-names.ts";
import { courseSchema } from "./schema.ts";
import { findFile, listFilesBelow, type SourceFolder } from "./source-folder.ts";

/** A course from its folder, with every problem in it. A course that can't be understood is not published. */
export function buildCourse(folder: SourceFolder): Course {
  const findings: Finding[] = [...folder.findings];
  const file = findFile(folder, "course.md");
  const written = parseFrontMatterFile(file?.text ?? "---\n---\n");
  if (!file) findings.push(buildFault({ file: `${folder.path}/course.md`, message: "The course has no `course.md`.", fix: "Write one with `title:` and `summary:`." }));
  else findings.push(...written.faults.map((fault) => buildFault({ file: file.path, ...fault })));
  const { value: fields, findings: fieldFindings } = checkFieldsOrRecover(courseSchema, file?.path ?? folder.path, written, { title: folder.name });
  if (file) findings.push(...fieldFindings);
  // Nobody knows whether a course is meant to be seen while the field that says so can't be read.
  const understood = file !== null && written.data !== null && !fieldFindings.some((finding) => finding.field === "published");

  const lines = new Map<string, ParsedYaml["lineOf"]>();
  const modules = listModules(folder, findings).map(({ id, folder: own }) => {
    const built = buildModule(own, { courseId: folder.name, id }, fields.defaults);
    findings.push(...built.findings);
    for (const [at, lineOf] of built.lines) lines.set(at, lineOf);
    return built.module;
  });

  const translated = file ? buildTranslations(file, folder.files) : { translations: [], findings: [] };
  findings.push(...translated.findings);

  const placed = placeInWeeks(modules, fields.block !== undefined);
  const course: Course = {
    id: folder.name,
    title: fields.title,
    summary: fields.summary,
    outcomes: fields.outcomes,
    audience: fields.audience,
    overview: written.body,
    folder: folder.path,
    modules: placed,
    minutes: sumMinutes(modules),
    hours: fields.hours ?? null,
    block: fields.block ?? null,
    readingGrade: fields.readingGrade ?? null,
    published: fields.published && understood,
    showWork: fields.showWork,
    translations: translated.translations,
    contentHash: hashParts(Object.fromEntries([...listFilesBelow(folder)].map(([path, part]) => [path, part.hash]))),
    problems: [],
  };
  return { ...course, problems: sortProblems([...findings, ...checkPace(course, written.lineOf), ...checkMinutes(course, lines), ...checkOutcomes(course, lines), ...checkReadingGrade(course), ...checkReferences(course, lines), ...checkGates(course, lines), ...checkPlacements(course, lines), ...checkTexts(course)]) };
}

/** Modules of a block are its weeks in their order, unless they say their own. */
function placeInWeeks(modules: readonly Module[], hasWeeks: boolean): readonly Module[] {
  return modules.map((module, index) => ({ ...module, week: hasWeeks ? (module.week ?? index + 1) : null }));
}

function sumMinutes(modules: readonly Module[]): number {
  return modules.flatMap((module) => module.activities).reduce((sum, activity) => sum + (activity.required ? activity.minutes : 0), 0);
}

function listModules(folder: SourceFolder, findings: Finding[]): (OrderedName & { folder: SourceFolder })[] {
  for (const file of folder.files) {
    if (file.name === "course.md" || file.name === "README.md" || /^course\.[a-z]{2,3}(?:-[A-Z]{2})?\.md$/.test(file.name)) continue;
    findings.push(buildRemark({ file: file.path, message: "A course has no place for this file.", fix: "Move it into a module's folder, or remove it." }));
  }
  const found: (OrderedName & { folder: SourceFolder })[] = [];
  for (const child of folder.folders) {
    const ordered = parseOrderedName(child.name);
    if (!ordered) findings.push(buildFault({ file: child.path, message: "The name of this module has no order number, so it would not be shown.", fix: `Rename the folder to \`01-${quoteForMessage(child.name)}\`, with the number of its place.` }));
    else if (!isId(ordered.id)) findings.push(buildFault({ file: child.path, message: `\`${quoteForMessage(ordered.id)}\` can't be the id of a module.`, fix: "Use lower-case letters, digits and single hyphens." }));
    else found.push({ ...ordered, folder: child });
  }
  found.sort(compareOrderedNames);
  if (found.length === 0) findings.push(buildRemark({ file: folder.path, message: "The course has no modules.", fix: "Add a folder such as `01-first-steps` with a `module.md`." }));
  return found.filter((module, index) => {
    const same = found.slice(0, index).find((other) => other.id === module.id);
    const before = found[index - 1];
    if (same) findings.push(buildFault({ file: module.folder.path, message: `Its id \`${module.id}\` is also that of \`${same.folder.name}\`: the number does not count.`, fix: "Rename one of them." }));
    else if (before?.order === module.order) findings.push(buildRemark({ file: module.folder.path, message: `It has the same number as \`${before.folder.name}\`.`, fix: "Give each its own number." }));
    return !same;
  });
}
