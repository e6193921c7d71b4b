import { configDefaults, defineConfig } from "vitest/config";

const NO_TESTS = [...configDefaults.exclude, "tests/e2e/**", "tests/fixtures/**"];
/** Files that start processes, change the environment or measure. */
const ALONE = ["tests/{bench,journeys,sandbox}/**/*.test.{ts,tsx}", "tests/integration/{cli,sandbox,server,start}/**/*.test.{ts,tsx}", "tests/integration/submissions/kill.test.ts"];

// A config of its own: the Remix plugin must not load in tests.
export default defineConfig({
  test: {
    pool: "forks",
    execArgv: ["--no-node-snapshot", "--disable-warning=ExperimentalWarning"],
    maxWorkers: 2,
    testTimeout: 60_000,
    hookTimeout: 60_000,
    setupFiles: ["tests/setup.ts"],
    projects: [
      { extends: true, test: { name: "alone", include: ALONE, exclude: NO_TESTS } },
      // These share two processes and the modules in them: a process and its modules cost more than most files' tests.
      { extends: true, test: { name: "together", include: ["tests/**/*.test.{ts,tsx}"], exclude: [...NO_TESTS, ...ALONE], isolate: false } },
    ],
  },
});
