/** The files of a lab or project as workspace files, checked. Pure. */
import { SOURCE_LIMITS, type Language, type TestFile } from "../../sandbox/contract.ts";
import type { Files } from "./catalog.ts";
import { buildFault, type Finding } from "./findings.ts";
import type { FrontMatterFile } from "./front-matter.ts";
import { findNearestWord } from "./nearest-word.ts";
import { findFolder, listFilesBelow, type SourceFolder } from "./source-folder.ts";

interface LanguageNames {
  source: RegExp;
  sourceExample: string;
  test: RegExp;
  testExample: string;
}

const SCRIPT_TEST = /\.(?:test|spec)\.[cm]?[jt]sx?$/;

const NAMES: Record<Language, LanguageNames> = {
  javascript: { source: /\.[cm]?jsx?$/, sourceExample: "sum.js", test: SCRIPT_TEST, testExample: "sum.test.js" },
  typescript: { source: /\.[cm]?tsx?$/, sourceExample: "sum.ts", test: SCRIPT_TEST, testExample: "sum.test.ts" },
  python: { source: /\.py$/, sourceExample: "sum.py", test: /(?:^|\/)(?:test_[^/]*|[^/]*_test)\.py$/, testExample: "sum_test.py" },
  sql: { source: /\.sql$/, sourceExample: "query.sql", test: /\.sql$/, testExample: "orders.sql" },
  bash: { source: /\.(?:sh|bash)$/, sourceExample: "count.sh", test: /\.bats$/, testExample: "count.bats" },
  web: { source: /\.html?$/, sourceExample: "index.html", test: SCRIPT_TEST, testExample: "page.test.js" },
};

/** Whether a file under `tests/` holds tests, by its name; the others are there to help them. */
export function isTestFileName(language: Language, path: string): boolean {
  return NAMES[language].test.test(path);
}

/** The files below a folder as workspace files; sizes are checked against what the sandbox takes. */
export function buildFiles(folder: SourceFolder | null): { files: Files; findings: Finding[] } {
  if (!folder) return { files: {}, findings: [] };
  const findings: Finding[] = [];
  const found = listFilesBelow(folder);
  let total = 0;
  for (const file of found.values()) {
    total += file.bytes;
    if (file.bytes > SOURCE_LIMITS.fileBytes) {
      findings.push(buildFault({ file: file.path, message: `The file has ${file.bytes} bytes; a run takes at most ${SOURCE_LIMITS.fileBytes} in one file.`, fix: "Make it smaller." }));
    }
  }
  if (total > SOURCE_LIMITS.totalBytes) {
    findings.push(buildFault({ file: folder.path, message: `The files have ${total} bytes together; a run takes at most ${SOURCE_LIMITS.totalBytes}.`, fix: "Make them smaller." }));
  }
  if (found.size > SOURCE_LIMITS.files) {
    findings.push(buildFault({ file: folder.path, message: `There are ${found.size} files; a run takes at most ${SOURCE_LIMITS.files}.`, fix: "Use fewer files." }));
  }
  // `assets/` in here would be pictures, which a run can't read: only text becomes a workspace file.
  const files = Object.fromEntries([...found].flatMap(([path, file]) => (file.text === null ? [] : [[path, file.text]])));
  for (const [path, file] of found) {
    if (file.text === null) findings.push(buildFault({ file: file.path, message: `\`${path}\` is under a folder \`assets\`, which runs do not get.`, fix: "Give the folder another name." }));
  }
  return { files, findings };
}

/** Visible tests first, then hidden ones, each by name: the order of a run. */
export function buildTests(folder: SourceFolder | null): { tests: TestFile[]; findings: Finding[] } {
  if (!folder) return { tests: [], findings: [] };
  const { files, findings } = buildFiles(folder);
  const visible: TestFile[] = [];
  const hidden: TestFile[] = [];
  for (const [path, text] of Object.entries(files)) {
    if (path.startsWith("hidden/")) hidden.push({ path: path.slice("hidden/".length), text, group: "hidden" });
    else visible.push({ path, text, group: "visible" });
  }
  for (const test of hidden) {
    if (visible.some((other) => other.path === test.path)) {
      findings.push(buildFault({ file: `${folder.path}/hidden/${test.path}`, message: `There is also a visible test file \`${test.path}\`, and both would stand side by side in a run.`, fix: "Rename one of them." }));
    }
  }
  for (const test of [...visible, ...hidden]) {
    if (test.text.trim() === "") {
      const path = test.group === "hidden" ? `hidden/${test.path}` : test.path;
      findings.push(buildFault({ file: `${folder.path}/${path}`, message: "The test file is empty.", fix: "Write a test in it, or remove it." }));
    }
  }
  return { tests: [...visible, ...hidden], findings };
}

export interface CodeFields {
  language: Language;
  open?: string | undefined;
  readOnly: readonly string[];
}

export interface Code {
  starter: Files;
  tests: readonly TestFile[];
  /** The file the editor shows first. */
  open: string;
}

/** Starter and tests of an activity with code, checked against each other and against its front matter. */
export function buildCode(folder: SourceFolder, main: { path: string; written: FrontMatterFile }, fields: CodeFields): { code: Code; findings: Finding[] } {
  const starterFolder = findFolder(folder, "starter");
  const testsFolder = findFolder(folder, "tests");
  const { files: starter, findings: starterFindings } = buildFiles(starterFolder);
  const { tests, findings: testFindings } = buildTests(testsFolder);
  const findings = [...starterFindings, ...testFindings];
  const names = Object.keys(starter);
  const editable = names.filter((name) => !fields.readOnly.includes(name));
  const language = NAMES[fields.language];

  const field = (path: (string | number)[], name: string, message: string, fix: string) =>
    findings.push(buildFault({ file: main.path, line: main.written.lineOf(path), field: name, message, fix }));
  const listed = names.map((name) => `\`${name}\``).join(", ");

  if (names.length === 0) {
    findings.push(buildFault({ file: `${folder.path}/starter`, message: "There are no starter files.", fix: `Put what the learner begins with under \`starter/\`, such as \`starter/${language.sourceExample}\`.` }));
  } else {
    const nearest = (name: string) => {
      const found = findNearestWord(name, names);
      return found ? `Did you mean \`${found}\`?` : `Write one of ${listed}.`;
    };
    if (fields.open !== undefined && !names.includes(fields.open)) {
      field(["open"], "open", `\`open\` names \`${fields.open}\`, and there is no such file in \`starter/\`.`, nearest(fields.open));
    }
    for (const [index, name] of fields.readOnly.entries()) {
      if (!names.includes(name)) field(["readOnly", index], `readOnly[${index}]`, `\`readOnly\` names \`${name}\`, and there is no such file in \`starter/\`.`, nearest(name));
    }
    if (editable.length === 0) field(["readOnly"], "readOnly", "Every starter file is read-only, so there is nothing to write.", "Leave at least one file out of `readOnly`.");
    else if (!names.some((name) => language.source.test(name))) {
      field(["language"], "language", `\`language\` is \`${fields.language}\`, and no starter file has a name of that language (${listed}).`, `Name the file like \`${language.sourceExample}\`, or change \`language\`.`);
    }
  }
  for (const test of tests) {
    if (names.includes(test.path)) {
      const at = test.group === "hidden" ? `hidden/${test.path}` : test.path;
      findings.push(buildFault({ file: `${folder.path}/tests/${at}`, message: `There is also a starter file \`${test.path}\`, and both would stand side by side in a run.`, fix: "Rename one of them." }));
    }
  }
  if (tests.length > 0 && !tests.some((test) => language.test.test(test.path))) {
    findings.push(buildFault({ file: `${folder.path}/tests`, message: `No file in \`tests/\` has a name of ${fields.language} tests.`, fix: `Name it like \`${language.testExample}\`.` }));
  }
  return { code: { starter, tests, open: fields.open ?? editable.find((name) => language.source.test(name)) ?? editable[0] ?? "" }, findings };
}
