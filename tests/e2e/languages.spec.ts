import { readFileSync } from "node:fs";
import type { Page } from "@playwright/test";
import { expect, expectSound, NARROW, test, waitForScripts, type Person } from "./fixtures.ts";

const COURSE = "tools-of-an-it-team";
/** A lab of each language that has a runtime of its own. `wrong` is a known-wrong program that fails a visible test. */
const LABS = [
  { language: "bash", path: "the-shell/errors-by-service", folder: "01-the-shell/02-errors-by-service", file: "errors.sh", wrong: "complains-to-output" },
  { language: "sql", path: "asking-a-database/late-parcels", folder: "02-asking-a-database/02-late-parcels", file: "late.sql", wrong: "forgets-the-missing" },
  { language: "python", path: "python/answer-times", folder: "03-python/02-answer-times", file: "answers.py", wrong: "only-below-the-limit" },
  { language: "web", path: "web-pages/packing-list", folder: "04-web-pages/02-packing-list", file: "list.js", wrong: "adds-in-front" },
] as const;
type Lab = (typeof LABS)[number];

const read = ({ folder, file }: Lab, from: string) => readFileSync(new URL(`../../content/courses/${COURSE}/${folder}/${from}/${file}`, import.meta.url), "utf8");
const said = (page: Page) => page.locator(".lab-said");
const area = (page: Page, { file }: Lab) => page.getByRole("textbox", { name: file });

async function open(page: Page, lab: Lab, signInAs: (page: Page, who: Person) => Promise<Person>, makePerson: (wish: { name: string; enrolledIn: string[]; editor: "plain" | "monaco" }) => Promise<Person>, editor: "plain" | "monaco") {
  await signInAs(page, await makePerson({ name: `${editor} ${lab.language}`, enrolledIn: [COURSE], editor }));
  await page.goto(`/courses/${COURSE}/${lab.path}`);
  await waitForScripts(page);
}

for (const lab of LABS) {
  test(`a ${lab.language} lab: what is wrong is shown, and what is right passes`, async ({ page, signInAs, makePerson }) => {
    await open(page, lab, signInAs, makePerson, "plain");
    await area(page, lab).fill(read(lab, `wrong/${lab.wrong}`));
    await page.getByRole("button", { name: "Run" }).click();
    // The first run may wait for the language's runtime to start.
    await expect(said(page)).toContainText(/\d of \d pass/, { timeout: 45_000 });
    await expect(page.locator(".result-test.not-passed").first()).toBeVisible();
    await expectSound(page);

    // From here on a narrow page: it has the same acts.
    await page.setViewportSize(NARROW);
    await area(page, lab).fill(read(lab, "solution"));
    await page.getByRole("button", { name: "Submit" }).click();
    await expect(page.getByText("Passed.", { exact: true })).toBeVisible({ timeout: 30_000 });
    await expect(page.getByText("hidden", { exact: true }).first()).toBeVisible();
  });
}

test("the rows that a query gave stand beside those that were wanted", async ({ page, signInAs, makePerson }) => {
  const lab = LABS[1];
  await open(page, lab, signInAs, makePerson, "plain");
  await area(page, lab).fill(read(lab, "wrong/forgets-the-missing"));
  await page.getByRole("button", { name: "Run" }).click();
  const given = page.getByRole("region", { name: "Your table" });
  await expect(given).toBeVisible({ timeout: 45_000 });
  await expect(page.getByRole("region", { name: "Expected table" }).getByRole("columnheader")).toHaveText(["city", "late"]);
  await expect(given.locator("mark").first()).toBeVisible();
  await expectSound(page);
});

test("Monaco colours Python, and a broken line is told by its number", async ({ page, signInAs, makePerson }) => {
  const lab = LABS[2];
  await open(page, lab, signInAs, makePerson, "monaco");
  await page.locator(".monaco-frame .view-lines").click({ timeout: 30_000 });
  await expect(page.locator('.monaco-frame .view-line span[class*="mtk"]', { hasText: "def" }).first()).toBeVisible();
  await page.keyboard.press("ControlOrMeta+A");
  await page.keyboard.press("Delete");
  await page.keyboard.insertText("def parse_minutes(text):\n    return 1\n\ndef median_minutes(times)\n    return 2\n");
  await page.keyboard.press("ControlOrMeta+Enter");
  await expect(page.locator(".lab-results")).toContainText(/line 4/, { timeout: 45_000 });
});
