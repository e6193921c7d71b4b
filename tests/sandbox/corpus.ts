/** Reads the corpus: one submission per file, whose first line says class, attempt, lab and expected outcome. */
import { readdirSync, readFileSync } from "node:fs";
import { OUTCOMES } from "../../sandbox/contract.ts";
import type { GradeRequest, Outcome, TestFile } from "../../sandbox/contract.ts";

export interface Sample {
  name: string;
  class: string;
  attempt: string;
  lab: string;
  /** Any of these is right: some situations depend on which limit is met first. */
  outcomes: Outcome[];
  request: Pick<GradeRequest, "language" | "files" | "tests">;
}

const here = new URL("./", import.meta.url);

export function readCorpus(folder: "honest" | "hostile"): Sample[] {
  return readdirSync(new URL(`${folder}/`, here)).sort().map((name) => readSample(folder, name));
}

function readSample(folder: string, name: string): Sample {
  const text = readFileSync(new URL(`${folder}/${name}`, here), "utf8");
  const head = /^\/\/ class: (.+?) \| attempt: (.+?) \| lab: (.+?) \| expect: (.+)$/m.exec(text.split("\n", 1)[0] ?? "");
  if (head === null) throw new Error(`${folder}/${name}: the first line must say class, attempt, lab and expect`);
  const [, kind, attempt, lab, expected] = head as unknown as [string, string, string, string, string];
  const outcomes = expected.trim().split(/\s+/).map((word) => {
    const outcome = OUTCOMES.find((one) => one === word);
    if (outcome === undefined) throw new Error(`${folder}/${name}: "${word}" is no outcome`);
    return outcome;
  });
  const extension = name.endsWith(".ts") ? "ts" : "js";
  return {
    name, class: kind, attempt, lab, outcomes,
    request: { language: extension === "ts" ? "typescript" : "javascript", files: { [`main.${extension}`]: text }, tests: [readLab(lab)] },
  };
}

export function readLab(lab: string): TestFile {
  for (const extension of ["js", "ts"]) {
    try {
      const text = readFileSync(new URL(`labs/${lab}.lab.${extension}`, here), "utf8");
      return { path: `main.test.${extension}`, text, group: "hidden" };
    } catch {
      // The other extension.
    }
  }
  throw new Error(`There is no lab "${lab}"`);
}
