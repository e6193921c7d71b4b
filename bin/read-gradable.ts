import type { Language, Limits } from "../sandbox/contract.ts";
import type { Files } from "../app/catalog/catalog.ts";
import type { Finding } from "../app/catalog/findings.ts";
import { readActivity } from "../app/catalog/read-activity.server.ts";
import type { WorkspaceOf } from "../app/catalog/workspace.ts";
import { Unusable } from "./unusable.ts";

/** A lab, or a project with tests, as grading needs it. */
export interface Gradable extends WorkspaceOf {
  id: string;
  language: Language;
  limits: Partial<Limits>;
  /** Null when there is no reference. */
  solution: Files | null;
}

/** Fields that people read and no run needs: a lab with a fault in one of them can be graded. */
const DESCRIBING = /^(?:title|summary|minutes|skills|required|prerequisites|points|aliases|gates|languages|mutation)\b/;

/** @throws Unusable naming every problem that stands in the way */
export async function readGradable(folder: string): Promise<Gradable> {
  const built = await readActivity(folder);
  if (built === null) throw new Unusable(`There is no folder ${folder}. Name a lab's folder: the one that holds \`lab.md\`.`);
  const { attempt, findings } = built;
  const blocking = findings.filter((finding) => finding.breaks && !(finding.field !== null && DESCRIBING.test(finding.field)));
  if (attempt === null || blocking.length > 0) throw new Unusable([`${folder} can't be graded.`, ...(blocking.length > 0 ? blocking : findings).map(formatFinding)].join("\n"));
  if ((attempt.kind !== "lab" && attempt.kind !== "project") || attempt.language === null || attempt.tests.length === 0) throw new Unusable(`${folder} is a ${attempt.kind} without tests, so there is nothing to grade.`);
  return {
    id: `${attempt.courseId}/${attempt.id}`,
    language: attempt.language,
    limits: attempt.limits,
    starter: attempt.starter,
    readOnly: attempt.readOnly,
    tests: attempt.tests,
    ...(attempt.kind === "lab" ? { runSkipped: attempt.runSkipped, typeErrors: attempt.typeErrors } : {}),
    solution: attempt.kind === "lab" ? attempt.solution : null,
  };
}

function formatFinding(finding: Finding): string {
  return `${finding.file}${finding.line === null ? "" : `:${finding.line}`}  ${finding.message} ${finding.fix}`;
}
