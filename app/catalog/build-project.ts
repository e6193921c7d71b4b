import type { Project } from "./catalog.ts";
import type { ActivityParts } from "./activity-parts.ts";
import { buildHints } from "./build-hints.ts";
import { buildTestHash } from "./build-lab.ts";
import { buildRubric } from "./build-rubric.ts";
import { buildCode } from "./code-files.ts";
import { buildFault, type Finding } from "./findings.ts";
import type { ProjectFrontMatter } from "./schema.ts";
import { findFile, findFolder, type SourceFolder } from "./source-folder.ts";
import { comparesWithReference } from "./workspace.ts";

const NO_RUBRIC = { criteria: [], maxPoints: 0, notes: "" };

/** A project from its folder. With a finding that breaks, the project must not be used. */
export function buildProject(folder: SourceFolder, parts: ActivityParts, fields: ProjectFrontMatter): { activity: Project; findings: Finding[] } {
  const findings: Finding[] = [];
  const rubricFile = findFile(folder, "rubric.yml");
  const { rubric, findings: rubricFindings } = rubricFile
    ? buildRubric(rubricFile)
    : {
        rubric: null,
        findings: [buildFault({ file: `${folder.path}/rubric.yml`, message: "The project has no `rubric.yml`.", fix: "Write one with `criteria:`; `rung manual` shows its fields." })],
      };
  findings.push(...rubricFindings);
  const { hints, findings: hintFindings } = buildHints(findFile(folder, "hints.md"));
  findings.push(...hintFindings);

  const hasCode = findFolder(folder, "starter") !== null || findFolder(folder, "tests") !== null;
  let code: Pick<Project, "language" | "open" | "starter" | "tests"> = { language: null, open: null, starter: {}, tests: [] };
  const { language } = fields;
  if (hasCode && language === undefined) {
    findings.push(
      buildFault({ file: parts.base.file, line: parts.written.lineOf(["language"]), field: "language", message: "`language` is missing, and the project has code.", fix: "Add `language:`, such as `language: javascript`." }),
    );
  } else if (hasCode && language !== undefined) {
    const built = buildCode(folder, { path: parts.base.file, written: parts.written }, { ...fields, language });
    findings.push(...built.findings);
    code = { language, ...built.code };
    if (comparesWithReference(language) && code.tests.length > 0) {
      findings.push(buildFault({ file: `${folder.path}/tests`, message: "Data sets are compared with a reference, and a project has none.", fix: "Remove `tests/`: a grader judges the project. Or make it a lab." }));
    }
  }

  return {
    activity: {
      ...parts.base,
      kind: "project",
      ...code,
      readOnly: fields.readOnly,
      limits: fields.limits,
      rubric: rubric ?? NO_RUBRIC,
      hints,
      testHash: buildTestHash(code.language, fields.limits, code.tests),
    },
    findings,
  };
}
