/** Builds a course's files and looks at them as `rung check` will. Pure. */
import { buildCourse } from "../../build-course.ts";
import type { Course, Problem } from "../../catalog.ts";
import { hashContent } from "../../content-hash.server.ts";
import type { SourceFile, SourceFolder } from "../../source-folder.ts";
import { buildCourseFiles, type CourseFiles, type SourcedExercise } from "./build-course-files.ts";
import type { ImportedExercise, LeftExercise } from "./import-report.ts";
import type { Track } from "./track-config.ts";

/** The course without the exercises that would be broken in it; what else the check finds is said where it is found. */
export function buildSoundCourse(track: Track, exercises: readonly SourcedExercise[], of: { courseId: string; licence: string | null }): CourseFiles & { warnings: readonly string[] } {
  const refused: LeftExercise[] = [];
  let left = exercises;
  for (;;) {
    const built = buildCourseFiles(track, left, of);
    const course = buildCourse(toSourceFolder(of.courseId, built.files));
    const broken = built.imported.flatMap((one): LeftExercise[] => {
      const problems = findBreaking(course, one);
      return problems.length === 0 ? [] : [{ slug: one.slug, kind: one.kind, reason: `It would not be a sound lab: ${problems.map((problem) => problem.message).join(" ")}` }];
    });
    if (broken.length === 0) {
      const imported = built.imported.map((one) => ({ ...one, warnings: [...one.warnings, ...listRemarks(course, one)] }));
      const own = course.problems.filter((problem) => !built.imported.some((one) => belongsTo(problem, one)));
      return { ...built, imported, refused: [...refused, ...built.refused], warnings: own.map(formatProblem) };
    }
    refused.push(...broken);
    left = left.filter(({ listed }) => !broken.some((one) => one.slug === listed.slug));
  }
}

function findBreaking(course: Course, exercise: ImportedExercise): readonly Problem[] {
  const broken = course.modules.flatMap((module) => module.broken).find((one) => one.id === exercise.activity || one.id === `${exercise.activity}-introduction`);
  return broken?.problems ?? [];
}

function listRemarks(course: Course, exercise: ImportedExercise): string[] {
  return course.problems.filter((problem) => belongsTo(problem, exercise)).map(formatProblem);
}

/** A lab's problems lie in its folder; those of the lesson before it in the file that has its name. */
function belongsTo(problem: Problem, { folder, slug }: ImportedExercise): boolean {
  const module = folder.slice(0, folder.lastIndexOf("/"));
  return problem.file.startsWith(`${folder}/`) || (problem.file.startsWith(`${module}/`) && problem.file.endsWith(`-${slug}-introduction.md`));
}

function formatProblem({ file, line, message }: Problem): string {
  return `${file.slice(file.lastIndexOf("/") + 1)}${line === null ? "" : `:${line}`}: ${message}`;
}

function toSourceFolder(courseId: string, files: ReadonlyMap<string, string>): SourceFolder {
  const root = createFolder(courseId, `courses/${courseId}`);
  for (const [path, text] of files) {
    const steps = path.split("/");
    const name = steps.pop() ?? "";
    let folder = root;
    for (const step of steps) {
      const known = folder.folders.find((child) => child.name === step);
      const next = known ?? createFolder(step, `${folder.path}/${step}`);
      if (!known) folder.folders.push(next);
      folder = next;
    }
    folder.files.push({ name, path: `${folder.path}/${name}`, bytes: Buffer.byteLength(text, "utf8"), hash: hashContent(text), text });
  }
  return root;
}

interface GrowingFolder extends SourceFolder {
  files: SourceFile[];
  folders: GrowingFolder[];
}

function createFolder(name: string, path: string): GrowingFolder {
  return { name, path, files: [], folders: [], findings: [] };
}
