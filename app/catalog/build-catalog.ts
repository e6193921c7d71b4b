import type { Catalog } from "./catalog.ts";
import { buildCourse } from "./build-course.ts";
import { buildFrameworks } from "./build-frameworks.ts";
import { checkSkills } from "./check-skills.ts";
import { buildFault, quoteForMessage, sortProblems, type Finding } from "./findings.ts";
import { isId } from "./order-names.ts";
import { findFolder, listFilesBelow, type SourceFolder } from "./source-folder.ts";

/** Everything in a content folder. Pure: the folder was read before. */
export function buildCatalog(root: string, folder: SourceFolder): Catalog {
  const findings: Finding[] = [...folder.findings];
  const coursesFolder = findFolder(folder, "courses");
  if (!coursesFolder) {
    findings.push(buildFault({ file: "courses", message: "The content folder has no folder `courses`.", fix: "Put each course in `courses/its-id/`, with a `course.md`." }));
  }
  const paths = findFolder(folder, "paths");
  if (paths && listFilesBelow(paths).size > 0) {
    findings.push(buildFault({ file: "paths", message: "This version does not serve `paths/`; it serves courses and frameworks.", fix: "Keep the folder elsewhere until a version serves it." }));
  }
  const frameworksFolder = findFolder(folder, "frameworks");
  const { frameworks, findings: frameworkFindings } = frameworksFolder ? buildFrameworks(frameworksFolder) : { frameworks: [], findings: [] };
  findings.push(...frameworkFindings);
  findings.push(...(coursesFolder?.findings ?? []));
  for (const file of coursesFolder?.files ?? []) {
    if (file.name !== "README.md") findings.push(buildFault({ file: file.path, message: "Courses are folders, and this is a file.", fix: "Move it to `courses/its-id/course.md`, or remove it." }));
  }
  const named = (coursesFolder?.folders ?? []).filter((child) => {
    if (isId(child.name)) return true;
    findings.push(buildFault({ file: child.path, message: `\`${quoteForMessage(child.name)}\` can't be the id of a course.`, fix: "Rename the folder: lower-case letters, digits and single hyphens." }));
    return false;
  });
  const courses = named.map(buildCourse);
  return { root, courses, frameworks, problems: sortProblems([...findings, ...courses.flatMap((course) => course.problems), ...checkSkills(courses, frameworks)]) };
}
