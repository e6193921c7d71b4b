import type { Page } from "@playwright/test";
import { COURSE_ID, expect, expectNoAxeViolations, test, waitForScripts } from "./fixtures.ts";

const MODULE = `/courses/${COURSE_ID}/first-programs`;
const FEW_COLOURS = { forcedColors: "active", colorScheme: "dark", contrast: null } as const;
const MORE_CONTRAST = { forcedColors: "none", colorScheme: "light", contrast: "more" } as const;

async function expectNoneInBoth(page: Page): Promise<void> {
  for (const look of [FEW_COLOURS, MORE_CONTRAST]) {
    await page.emulateMedia({ ...look, reducedMotion: "reduce" });
    await expectNoAxeViolations(page);
  }
}

test("a quiz: what is chosen has a frame that the rest has not", async ({ page, signInAs, makePerson }) => {
  await signInAs(page, await makePerson({ name: "Cora Contrast", enrolledIn: ["first-week-in-it"] }));
  await page.goto("/courses/first-week-in-it/getting-started/words-of-the-help-desk");
  await page.getByRole("button", { name: "Start the quiz" }).click();
  await page.getByRole("checkbox").first().check();
  await page.getByRole("heading", { level: 1 }).click();
  await expectNoneInBoth(page);
  await page.emulateMedia(FEW_COLOURS);
  const frames = await page.locator("label.question-option:has([type=checkbox])").evaluateAll((labels) => labels.map((label) => getComputedStyle(label).outlineStyle));
  expect(frames[0]).toBe("solid");
  expect(new Set(frames.slice(1))).toEqual(new Set(["none"]));
  await expectDifferent(page, ".quiz-progress .ladder i.done", ".quiz-progress .ladder i:not(.done, .gap)", "backgroundColor");
});

test("a lab: tabs, failures and differences are drawn by lines, and both editors can be read", async ({ page, signInAs, makePerson }) => {
  await signInAs(page, await makePerson({ name: "Cora Contrast", enrolledIn: [COURSE_ID], editor: "plain" }));
  await page.goto(`${MODULE}/door-sign`);
  await waitForScripts(page);
  await page.getByRole("textbox", { name: "sign.js" }).fill('export const shop = "Corner";\n');
  await expect(page.locator(".result-test.not-passed").first()).toBeVisible({ timeout: 60_000 });
  await expectNoneInBoth(page);

  await page.emulateMedia(FEW_COLOURS);
  await expectDifferent(page, ".file-tabs [aria-selected=true]", ".lab-tabs", "backgroundColor");
  await expectDifferent(page, ".live-toggle [aria-pressed=true]", ".lab-panes-head", "backgroundColor");
  const styleOf = (selector: string, property: "borderInlineStartStyle") => page.locator(selector).first().evaluate((element, name) => getComputedStyle(element)[name], property);
  expect([await styleOf(".result-diff .expected code", "borderInlineStartStyle"), await styleOf(".result-diff .actual code", "borderInlineStartStyle")]).toEqual(["solid", "double"]);
  const submit = page.getByRole("button", { name: "Submit", exact: true });
  await submit.focus();
  await page.keyboard.press("Shift+Tab");
  await page.keyboard.press("Tab");
  expect(await submit.evaluate((element) => [getComputedStyle(element).outlineStyle, getComputedStyle(element).outlineWidth])).toEqual(["solid", "3px"]);

  await page.getByRole("button", { name: "Monaco", exact: true }).click();
  await expect(page.locator(".monaco-frame .view-line span span").first()).toBeVisible({ timeout: 60_000 });
  for (const colorScheme of ["dark", "light"] as const) {
    await page.emulateMedia({ ...FEW_COLOURS, colorScheme });
    const [text, ground] = await page.evaluate(() => {
      const read = (selector: string) => getComputedStyle(document.querySelector(`.monaco-frame ${selector}`) ?? document.body);
      return [read(".view-line span span").color, read(".monaco-editor-background").backgroundColor];
    });
    expect(text, `${colorScheme}: text of the editor on its ground`).not.toBe(ground);
  }
  await expectNoAxeViolations(page);
});

/** One has another style than the other: whoever sees few colours can tell them apart. */
async function expectDifferent(page: Page, one: string, other: string, property: "backgroundColor"): Promise<void> {
  const read = (selector: string) => page.locator(selector).first().evaluate((element, name) => getComputedStyle(element)[name], property);
  expect(await read(one), `${one} beside ${other}`).not.toBe(await read(other));
}
