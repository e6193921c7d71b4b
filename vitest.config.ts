import { defineConfig } from "vitest/config";

// A config of its own: the Remix plugin must not load in tests.
export default defineConfig({
  test: {
    include: ["tests/**/*.test.ts", "tests/**/*.test.tsx"],
    exclude: ["tests/e2e/**", "tests/fixtures/**", "node_modules/**"],
    pool: "forks",
    execArgv: ["--no-node-snapshot", "--disable-warning=ExperimentalWarning"],
    maxWorkers: 2,
    testTimeout: 30_000,
    hookTimeout: 60_000,
    setupFiles: ["tests/setup.ts"],
  },
});
