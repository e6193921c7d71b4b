import { configDefaults, defineConfig } from "vitest/config";
import { BaseSequencer, type TestSpecification } from "vitest/node";

const NO_TESTS = [...configDefaults.exclude, "tests/e2e/**", "tests/fixtures/**"];
/** Files that start processes, change the environment or measure. */
const ALONE = [
  "tests/bench/**/*.test.ts", "tests/sandbox/!(frames|queue|request|test-imports|typescript|verdict).test.ts", "tests/integration/{cli,sandbox,start}/**/*.test.{ts,tsx}", "tests/integration/server/{never-down,stop}.test.ts",
  "tests/integration/submissions/kill.test.ts", "tests/journeys/route-matrix.test.ts",
];
/** Walks through all pages. */
const JOURNEYS = ["tests/journeys/**/*.test.ts"];
/** One that began last would be waited for alone. */
const LONGEST = /\/(?:sandbox\/(?:corpus|python)|server\/never-down|journeys\/route-matrix|cli\/(?:doctor|import-and-check)|start\/serve)\.test\.ts$/;

class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    const isLong = ({ moduleId }: TestSpecification) => LONGEST.test(moduleId);
    return [...sorted.filter(isLong), ...sorted.filter((file) => !isLong(file))];
  }
}

// A config of its own: the Remix plugin must not load in tests.
export default defineConfig({
  test: {
    pool: "forks",
    execArgv: ["--no-node-snapshot", "--disable-warning=ExperimentalWarning"],
    maxWorkers: 2,
    // What hangs is ended, and nothing is said about speed: the machine may be busy with browsers, or slow.
    testTimeout: 180_000,
    hookTimeout: 300_000,
    expect: { poll: { timeout: 60_000 } },
    setupFiles: ["tests/setup.ts"],
    // Rewriting the built pages for tests makes each of them slower by half.
    server: { deps: { external: [/\/build\/server\//] } },
    sequence: { sequencer: LongestFirst },
    projects: [
      { extends: true, test: { name: "alone", include: ALONE, exclude: NO_TESTS } },
      // Pages as they are in production, where React takes two thirds of the time; what it has to say about mistakes in development
      // is said to the walk of `route-matrix.test.ts`.
      { extends: true, test: { name: "journeys", include: JOURNEYS, exclude: [...NO_TESTS, ...ALONE], isolate: false, env: { NODE_ENV: "production" } } },
      // These share two processes and the modules in them: a process and its modules cost more than most files' tests.
      { extends: true, test: { name: "together", include: ["tests/**/*.test.{ts,tsx}"], exclude: [...NO_TESTS, ...ALONE, ...JOURNEYS], isolate: false } },
    ],
  },
});
