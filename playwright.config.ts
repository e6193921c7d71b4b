import { defineConfig, devices } from "@playwright/test";
import { findChromium } from "./bin/find-chromium.mjs";

const WIDE = { width: 1280, height: 800 };
const NARROW = { width: 360, height: 740 };
const executablePath = findChromium() ?? undefined;

/** Every test runs `wide`; one that is tagged `@narrow` or `@dark` runs there too; `@keyboard` ones run without a mouse. */
export default defineConfig({
  testDir: "tests/e2e",
  testMatch: "**/*.spec.ts",
  outputDir: "test-results",
  globalSetup: "./tests/e2e/build-once.ts",
  workers: 2,
  fullyParallel: false,
  forbidOnly: true,
  retries: 0,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: [["list"]],
  use: {
    ...devices["Desktop Chrome"],
    viewport: WIDE,
    colorScheme: "light",
    // A trace of every test costs a tenth of the time; `--trace=retain-on-failure` when one is wanted.
    trace: "off",
    screenshot: "only-on-failure",
    // Pages come from the server; tests of reading offline say otherwise.
    serviceWorkers: "block",
    launchOptions: {
      executablePath,
      args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
    },
  },
  projects: [
    { name: "wide", grepInvert: /@keyboard/ },
    { name: "narrow", grep: /@narrow/, use: { viewport: NARROW } },
    { name: "dark", grep: /@dark/, use: { colorScheme: "dark" } },
    { name: "keyboard", grep: /@keyboard/ },
  ],
});
