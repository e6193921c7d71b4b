/** Reads the corpus: one submission per file, whose first line says class, attempt, lab and expected outcome. */
import { readdirSync, readFileSync } from "node:fs";
import { OUTCOMES } from "../../sandbox/contract.ts";
import type { GradeRequest, Language, Outcome, TestFile } from "../../sandbox/contract.ts";

export interface Sample {
  name: string;
  class: string;
  attempt: string;
  lab: string;
  /** Any of these is right: some situations depend on which limit is met first. */
  outcomes: Outcome[];
  request: Pick<GradeRequest, "language" | "files" | "tests" | "reference" | "typeErrors">;
}

interface Kind {
  language: Language;
  /** The learner's file in the workspace. */
  main: string;
  /** The ending of its labs' test files, here and in the workspace. */
  lab: string;
  test: string;
}

/** By the ending of a submission's name. `sum.types.ts` is TypeScript whose type errors are fatal. */
const KINDS: Readonly<Record<string, Kind>> = {
  js: { language: "javascript", main: "main.js", lab: ".lab.js", test: "main.test.js" },
  ts: { language: "typescript", main: "main.ts", lab: ".lab.ts", test: "main.test.ts" },
  py: { language: "python", main: "main.py", lab: ".lab.py", test: "main_test.py" },
  sql: { language: "sql", main: "main.sql", lab: ".lab.sql", test: "main.sql" },
  sh: { language: "bash", main: "main.sh", lab: ".lab.bats", test: "main.bats" },
  html: { language: "web", main: "index.html", lab: ".lab.web.js", test: "main.test.js" },
};

const here = new URL("./", import.meta.url);
const read = (path: string): string => readFileSync(new URL(path, here), "utf8");
const LABS = readdirSync(new URL("labs/", here));

export function readCorpus(folder: "honest" | "hostile"): Sample[] {
  return readdirSync(new URL(`${folder}/`, here)).sort().map((name) => readSample(folder, name));
}

function readSample(folder: string, name: string): Sample {
  const text = read(`${folder}/${name}`);
  const head = /^(?:\/\/|#|--|<!--) class: (.+?) \| attempt: (.+?) \| lab: (.+?) \| expect: ([\w -]+?)\s*(?:-->)?$/.exec(text.split("\n", 1)[0] ?? "");
  if (head === null) throw new Error(`${folder}/${name}: the first line must say class, attempt, lab and expect`);
  const [, sort, attempt, lab, expected] = head as unknown as [string, string, string, string, string];
  const outcomes = expected.trim().split(/\s+/).map((word) => {
    const outcome = OUTCOMES.find((one) => one === word);
    if (outcome === undefined) throw new Error(`${folder}/${name}: "${word}" is no outcome`);
    return outcome;
  });
  const kind = KINDS[name.slice(name.lastIndexOf(".") + 1)];
  if (kind === undefined) throw new Error(`${folder}/${name}: no language has files with this ending`);
  return {
    name, class: sort, attempt, lab, outcomes,
    request: {
      language: kind.language, files: { [kind.main]: text }, tests: readLab(lab, kind),
      ...(kind.language === "sql" ? { reference: { [kind.main]: read(`labs/${lab}.reference.sql`) } } : {}),
      ...(name.endsWith(".types.ts") ? { typeErrors: "fatal" as const } : {}),
    },
  };
}

/** `labs/<lab><ending>`, and `labs/<lab>.2<ending>` and so on where there are several. TypeScript may use a lab written in JavaScript. */
function readLab(lab: string, kind: Kind): TestFile[] {
  const files = LABS.filter((file) => file.startsWith(`${lab}.`) && /^(?:\.\d+)?$/.test(file.slice(lab.length, -kind.lab.length)) && file.endsWith(kind.lab)).sort();
  if (files.length === 0 && kind.language === "typescript") return readLab(lab, KINDS["js"] as Kind);
  if (files.length === 0) throw new Error(`There is no lab "${lab}" with the ending ${kind.lab}`);
  return files.map((file, index) => ({ path: index === 0 ? kind.test : `${index + 1}-${kind.test}`, text: read(`labs/${file}`), group: "hidden" }));
}
