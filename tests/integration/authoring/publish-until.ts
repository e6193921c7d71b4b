/**
 * Publishes and dies at a step, as when the machine loses its power: run by a test in a process of its own.
 * Arguments: the folder `courses/`, the course, the step to die at.
 */
import { publishFolder } from "../../../app/features/authoring/publish-folder.server.ts";
import { hashContent } from "../../../app/catalog/content-hash.server.ts";

const [courses = "", courseId = "", lastStep = ""] = process.argv.slice(2);

await publishFolder(
  courses,
  courseId,
  [
    { path: "course.md", bytes: Buffer.from("new course\n"), expectedHash: hashContent("old course\n") },
    { path: "01-a/gone.md", bytes: null, expectedHash: hashContent("gone\n") },
    { path: "02-b/fresh.md", bytes: Buffer.from("fresh\n"), expectedHash: null },
  ],
  (step) => {
    if (step === lastStep) process.kill(process.pid, "SIGKILL");
  },
);
