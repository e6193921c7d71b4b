/** What the language service of the editor is told of a lab's world. Pure. */
import { PROGRAM_GLOBALS, type Language } from "../../../sandbox/contract.ts";

export interface ExerciseTypes {
  libraries: readonly string[];
  declarations: string;
}

/** As in the sandbox: the language itself, and in web labs the page. */
const LIBRARIES = ["es2024", "esnext.array", "esnext.collection", "esnext.error", "esnext.iterator", "esnext.promise"] as const;
const OF_THE_PAGE = ["dom", "dom.iterable"] as const;

const TESTS = `
interface Expectation { not: Expectation; resolves: Expectation; rejects: Expectation; [matcher: string]: any; }
interface TestFunction {
  (name: string, act: () => unknown, timeoutMs?: number): void;
  only: TestFunction; skip: TestFunction; todo(name: string): void;
  each(table: readonly unknown[]): (name: string, act: (...values: any[]) => unknown) => void;
}
declare const test: TestFunction;
declare const it: TestFunction;
declare const describe: TestFunction;
declare function expect(value: unknown, message?: string): Expectation;
declare function beforeEach(act: () => unknown): void;
declare function afterEach(act: () => unknown): void;
declare function beforeAll(act: () => unknown): void;
declare function afterAll(act: () => unknown): void;
`;

/** Null for languages that have no language service. Where learners write tests themselves, these have their words. */
export function buildExerciseTypes(language: Language, paths: readonly string[]): ExerciseTypes | null {
  const tests = paths.some((path) => /\.(?:test|spec)\.[cm]?[jt]sx?$/.test(path)) ? TESTS : "";
  switch (language) {
    case "javascript":
    case "typescript":
      return { libraries: LIBRARIES, declarations: PROGRAM_GLOBALS + tests };
    case "web":
      return { libraries: [...LIBRARIES, ...OF_THE_PAGE], declarations: tests };
    default:
      return null;
  }
}
