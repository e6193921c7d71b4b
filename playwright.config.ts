import { defineConfig, devices } from "@playwright/test";
import { findChromium } from "./bin/find-chromium.mjs";
import { NARROW, WIDE } from "./tests/e2e/fixtures/windows.ts";

const executablePath = findChromium() ?? undefined;

/**
 * Parts of Chromium that are off. The last two draw pages of their own beside the address bar of each new window, which costs
 * as much as a page of this site; the others are those that Playwright itself names: of two lists the browser takes the last.
 */
const OFF = [
  "AvoidUnnecessaryBeforeUnloadCheckSync", "DestroyProfileOnBrowserClose", "HttpsUpgrades", "HttpsFirstBalancedModeAutoEnable", "LensOverlay", "MediaRouter", "PaintHolding",
  "ThirdPartyStoragePartitioning", "AvoidCorsURLLoaderRestartOnRedirect", "TcpPortRandomizationWin", "OptimizationHints", "NetworkTimeServiceQuerying", "AimEnabled", "PreconnectToSearch",
  "WebUIOmniboxPopup", "WebUIOmniboxAimPopup",
];

/** Every test runs `wide`; a journey that is tagged `@narrow` is gone a second time there. `@keyboard` ones fail when they use the mouse. */
export default defineConfig({
  testDir: "tests/e2e",
  testMatch: "**/*.spec.ts",
  outputDir: "test-results",
  globalSetup: ["./tests/e2e/build-once.ts", "./tests/e2e/start-site.ts"],
  workers: 2,
  // Tests make people of their own, so that any two can run at a time: no long file is left for one browser alone.
  fullyParallel: true,
  forbidOnly: true,
  retries: 0,
  // Patience, not speed: two browsers, their site and its sandbox share the processor with each other, and in `npm test` with all other tests.
  timeout: 120_000,
  expect: { timeout: 20_000 },
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
      args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync", `--disable-features=${OFF.join(",")}`],
    },
  },
  projects: [
    { name: "wide" },
    { name: "narrow", grep: /@narrow/, use: { viewport: NARROW } },
  ],
});
