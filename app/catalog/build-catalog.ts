import type { Catalog } from "./catalog.ts";
import { buildCourse } from "./build-course.ts";
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
  for (const name of ["paths", "frameworks"]) {
    const unserved = findFolder(folder, name);
    if (unserved && listFilesBelow(unserved).size > 0) {
      findings.push(buildFault({ file: name, message: `This version does not serve \`${name}/\`; it serves courses.`, fix: "Keep the folder elsewhere until a version serves it." }));
    }
  }
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
  return { root, courses, problems: sortProblems([...findings, ...courses.flatMap((course) => course.problems)]) };
}
