import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { onTestFinished } from "vitest";
import { openCatalog } from "../../../app/catalog/open-catalog.server.ts";
import type { Deps } from "../../../app/deps.server.ts";
import { findTaughtCourse, type TeachingVisit } from "../../../app/features/authoring/find-taught-course.server.ts";
import { ensureCourseRole } from "../../../db/queries/course-roles.ts";
import { insertTestUser, makeTestDeps } from "../../helpers/test-deps.ts";

/** A course that is sound: two modules, a lesson in one file, one in a folder, a lab and a project. */
export const BASICS: Record<string, string> = {
  "course.md": "---\ntitle: The basics\nsummary: Small.\n---\n\nWelcome. Begin with [hello](01-start/01-hello.md).\n",
  "01-start/module.md": "---\ntitle: The start\n---\n\nBegin here.\n",
  "01-start/01-hello.md": "---\nkind: lesson\ntitle: Hello\nminutes: 5\n---\n\nRead, then [add](02-sum/lab.md).\n",
  "01-start/02-sum/lab.md": "---\nkind: lab\ntitle: Sum\nlanguage: javascript\nminutes: 10\n---\n\nAdd two numbers.\n",
  "01-start/02-sum/hints.md": "## 1. Plus\n\nUse `+`.\n",
  "01-start/02-sum/starter/sum.js": "export function sum(a, b) {}\n",
  "01-start/02-sum/solution/sum.js": "export const sum = (a, b) => a + b;\n",
  "01-start/02-sum/tests/sum.test.js": 'import { sum } from "./sum.js";\ntest("adds", () => { expect(sum(1, 2)).toBe(3); });\n',
  "01-start/02-sum/tests/hidden/more.test.js": 'import { sum } from "./sum.js";\ntest("adds zero", () => { expect(sum(0, 41)).toBe(41); });\n',
  "01-start/02-sum/wrong/subtracts/sum.js": "export const sum = (a, b) => a - b;\n",
  "01-start/03-picture/lesson.md": "---\nkind: lesson\ntitle: A picture\nminutes: 5\n---\n\n![A dot](assets/dot.svg)\n",
  "01-start/03-picture/assets/dot.svg": '<svg xmlns="http://www.w3.org/2000/svg"/>',
  "02-more/module.md": "---\ntitle: More\n---\n\nGo on.\n",
  "02-more/01-end.md": "---\nkind: lesson\ntitle: The end\nminutes: 5\n---\n\nDone.\n",
};

export interface AuthoringSetup {
  deps: Deps;
  /** Absolute path of the content folder. */
  root: string;
  /** Absolute path of the course folder. */
  folder: string;
  /** The course as it is now, for the instructor `ines`. */
  visit(userId?: string): Promise<TeachingVisit>;
  write(path: string, text: string): void;
  read(path: string): string;
  /** Every file of the course folder, hidden ones too. */
  list(): string[];
}

/** A content folder of its own with the course `basics`, a database, and the instructor `ines`. */
export async function setUpAuthoring(files: Record<string, string> = BASICS, changes: Partial<Deps> = {}): Promise<AuthoringSetup> {
  const root = mkdtempSync(join(tmpdir(), "rung-authoring-"));
  const folder = join(root, "courses", "basics");
  writeFiles(folder, files);
  const source = await openCatalog(root);
  const deps = makeTestDeps({ catalog: source.current(), catalogSource: source, ...changes });
  // Acts get the catalog of their request.
  Object.defineProperty(deps, "catalog", { get: () => source.current() });
  await insertTestUser(deps, "ines");
  await deps.db.write((tx) => ensureCourseRole(tx, { userId: "ines", courseId: "basics", role: "instructor", createdAt: deps.now() }));
  onTestFinished(() => {
    source.close();
    deps.db.close();
    rmSync(root, { recursive: true, force: true });
  });
  return {
    deps,
    root,
    folder,
    async visit(userId = "ines") {
      const visit = await findTaughtCourse(deps, { id: userId, isAdministrator: userId !== "ines" }, "basics");
      if (!visit) throw new Error("no visit");
      return visit;
    },
    write: (path, text) => writeFiles(folder, { [path]: text }),
    read: (path) => readFileSync(join(folder, path), "utf8"),
    list: () => listFiles(folder),
  };
}

export function writeFiles(folder: string, files: Record<string, string>): void {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
}

export function listFiles(folder: string): string[] {
  return readdirSync(folder, { recursive: true })
    .map(String)
    .filter((path) => statSync(join(folder, path)).isFile())
    .sort();
}
