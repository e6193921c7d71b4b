import type { TypeErrors } from "../../sandbox/contract.ts";
import type { Files, Lab } from "./catalog.ts";
import { buildHints } from "./build-hints.ts";
import { buildCode, buildFiles } from "./code-files.ts";
import { hashParts } from "./content-hash.server.ts";
import { buildFault, type Finding } from "./findings.ts";
import type { ActivityParts } from "./activity-parts.ts";
import type { LabFrontMatter } from "./schema.ts";
import { findFile, findFolder, type SourceFolder } from "./source-folder.ts";
import { comparesWithReference } from "./workspace.ts";

/** A folder of `solution/` that holds another solution, unless the starter has a folder of that name. */
const ALTERNATIVE = /^alt-(?=.)/;

/** A lab from its folder. With a finding that breaks, the lab must not be used. */
export function buildLab(folder: SourceFolder, parts: ActivityParts, fields: LabFrontMatter): { activity: Lab; findings: Finding[] } {
  const { code, findings } = buildCode(folder, { path: parts.base.file, written: parts.written }, fields);
  const missing = (name: string, what: string) =>
    findings.push(buildFault({ file: `${folder.path}/${name}`, message: `The lab has no \`${name}/\`.`, fix: `Put ${what} under \`${name}/\`.` }));

  if (code.tests.length === 0) missing("tests", "at least one test file");
  const solutionFolder = findFolder(folder, "solution");
  const alternativeFolders = (solutionFolder?.folders ?? []).filter(({ name }) => ALTERNATIVE.test(name) && !Object.keys(code.starter).some((path) => path.startsWith(`${name}/`)));
  const { files: solution, findings: solutionFindings } = buildFiles(solutionFolder && { ...solutionFolder, folders: solutionFolder.folders.filter((child) => !alternativeFolders.includes(child)) });
  findings.push(...solutionFindings);
  if (Object.keys(solution).length === 0) missing("solution", "the reference, with the names of the starter files,");
  findings.push(...findForbiddenFiles(`${folder.path}/solution`, solution, fields.readOnly, code.tests));

  const typeErrors = fields.language === "typescript" ? (fields.typeErrors ?? "explain") : "ignore";
  if (fields.language !== "typescript" && parts.written.data !== null && Object.hasOwn(parts.written.data, "typeErrors")) {
    findings.push(buildFault({ file: parts.base.file, line: parts.written.lineOf(["typeErrors"]), field: "typeErrors", message: `\`typeErrors\` is for labs in TypeScript, and this one is in ${fields.language}.`, fix: "Remove the field." }));
  }
  if (comparesWithReference(fields.language) && Object.keys(solution).length > 0 && !Object.keys(solution).some((path) => path.endsWith(".sql"))) missing("solution", "the reference script, a file `.sql` with the name of the starter's,");

  const alternatives = alternativeFolders.map((child) => {
    const { files, findings: own } = buildFiles(child);
    findings.push(...own, ...findForbiddenFiles(child.path, files, fields.readOnly, code.tests));
    if (Object.keys(files).length === 0) findings.push(buildFault({ file: child.path, message: "The alternative solution has no files.", fix: "Put its files in it, or remove the folder." }));
    return { name: child.name.replace(ALTERNATIVE, ""), files };
  });

  const wrongFolder = findFolder(folder, "wrong");
  for (const file of wrongFolder?.files ?? []) {
    findings.push(buildFault({ file: file.path, message: "A known-wrong program is a folder, and this is a file.", fix: `Move it to \`wrong/what-is-wrong/${file.name}\`.` }));
  }
  const wrong = (wrongFolder?.folders ?? []).map((child) => {
    const { files, findings: own } = buildFiles(child);
    findings.push(...own, ...findForbiddenFiles(child.path, files, fields.readOnly, code.tests));
    if (Object.keys(files).length === 0) {
      findings.push(buildFault({ file: child.path, message: "The known-wrong program has no files.", fix: "Put the changed files in it, or remove the folder." }));
    }
    return { name: child.name, files };
  });

  const { hints, findings: hintFindings } = buildHints(findFile(folder, "hints.md"));
  findings.push(...hintFindings);

  return {
    activity: {
      ...parts.base,
      kind: "lab",
      language: fields.language,
      open: code.open,
      readOnly: fields.readOnly,
      limits: fields.limits,
      starter: code.starter,
      solution,
      alternatives,
      tests: code.tests,
      runSkipped: fields.runSkipped,
      typeErrors,
      hints,
      wrong,
      mutation: fields.mutation ?? null,
      testHash: buildTestHash(fields.language, fields.limits, code.tests, { runSkipped: fields.runSkipped, typeErrors, ...(comparesWithReference(fields.language) ? { reference: solution } : {}) }),
    },
    findings,
  };
}

/** Changes when the tests, which of them run, the limits or the language change, and the reference where results are compared with it. */
export function buildTestHash(
  language: string | null, limits: object, tests: Lab["tests"],
  { runSkipped = false, typeErrors = "ignore", reference = {} }: { runSkipped?: boolean; typeErrors?: TypeErrors; reference?: Files } = {},
): string {
  return hashParts({
    language: JSON.stringify(language),
    limits: JSON.stringify(Object.entries(limits).sort(([a], [b]) => (a < b ? -1 : 1))),
    ...(runSkipped ? { runSkipped: "true" } : {}),
    // Only then can they decide a verdict; otherwise they are said beside it.
    ...(typeErrors === "fatal" ? { typeErrors } : {}),
    ...Object.fromEntries(Object.entries(reference).map(([path, text]) => [`reference:${path}`, text])),
    ...Object.fromEntries(tests.map((test) => [`test:${test.group}/${test.path}`, test.text])),
  });
}

function findForbiddenFiles(at: string, files: Lab["starter"], readOnly: readonly string[], tests: Lab["tests"]): Finding[] {
  return Object.keys(files).flatMap((name) => {
    if (readOnly.includes(name)) {
      return [buildFault({ file: `${at}/${name}`, message: `\`${name}\` is read-only, so no learner could change it.`, fix: "Remove it here, or take it out of `readOnly`." })];
    }
    if (tests.some((test) => test.path === name)) {
      return [buildFault({ file: `${at}/${name}`, message: `\`${name}\` has the name of a test file, so it would never be run.`, fix: "Rename it." })];
    }
    return [];
  });
}
