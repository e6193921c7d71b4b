import type { Locator, Page } from "@playwright/test";
import { COURSE_ID, expect, test, waitForScripts } from "./fixtures.ts";

const SOLUTION =
  'export const shop = "Corner Repairs";\nexport const opensAt = 8;\nexport const closesAt = 18;\nexport const hoursOpen = closesAt - opensAt;\nexport const minutesOpen = hoursOpen * 60;\n' +
  "export const sign = `${shop}. Open ${opensAt} to ${closesAt}, that is ${hoursOpen} hours a day.`;\n";

/** Presses Tab until this has the focus. Fails when a hundred are not enough: somebody is caught, or it can't be reached. */
async function tabTo(page: Page, target: Locator): Promise<void> {
  await expect(target).toBeVisible();
  for (let presses = 0; presses < 100; presses += 1) {
    if (await target.evaluate((element) => element === document.activeElement)) {
      await expectVisibleFocus(target);
      return;
    }
    // In an editor Tab indents; Escape before it leads out, as its help says.
    if (await page.evaluate(() => document.activeElement?.closest(".code-editor") !== null)) await page.keyboard.press("Escape");
    await page.keyboard.press("Tab");
  }
  throw new Error(`Tab does not lead to ${String(target)}`);
}

/** What has the focus can be told from what has not: a ring around it, around what it stretches over, or around its box. */
async function expectVisibleFocus(target: Locator): Promise<void> {
  const hasRing = await target.evaluate((element) => {
    const isRing = ({ outlineStyle, outlineWidth, boxShadow }: CSSStyleDeclaration) => (outlineStyle !== "none" && outlineWidth !== "0px") || boxShadow !== "none";
    const boxes = [element, element.parentElement, element.closest("li, article, fieldset")].filter((box) => box !== null);
    return boxes.some((box) => [null, "::before", "::after"].some((part) => isRing(getComputedStyle(box, part))));
  });
  expect(hasRing, `no visible focus on ${String(target)}`).toBe(true);
}

async function type(page: Page, label: string, text: string): Promise<void> {
  await tabTo(page, page.getByLabel(label));
  await page.keyboard.type(text);
}

async function follow(page: Page, target: Locator): Promise<void> {
  await tabTo(page, target);
  await page.keyboard.press("Enter");
}

test("from making an account to a passed lab with keys only @keyboard", async ({ page }) => {
  await page.goto("/sign-up");
  await waitForScripts(page);
  await type(page, "Your name", "Kay Board");
  await type(page, "E-mail", `kay.${Date.now()}@example.test`);
  await type(page, "Password", "four words in a row");
  await page.keyboard.press("Enter");
  await page.waitForURL("**/today");

  await page.goto("/courses");
  await follow(page, page.getByRole("main").getByRole("link", { name: /JavaScript/ }).first());
  await page.waitForURL(`**/courses/${COURSE_ID}`);
  await follow(page, page.getByRole("main").getByRole("button", { name: /enrol|begin|start|join/i }).first());
  await expect(page.locator(`.activity-line a[href$="/door-sign"]`).first()).toBeVisible();

  await page.goto(`/courses/${COURSE_ID}/first-programs/door-sign`);
  await waitForScripts(page);
  await follow(page, page.getByRole("button", { name: "Plain", exact: true }));
  const editor = page.getByRole("textbox", { name: "sign.js" });
  await tabTo(page, editor);
  await page.keyboard.press("ControlOrMeta+A");
  await page.keyboard.insertText(SOLUTION);
  await page.keyboard.press("Escape");
  await follow(page, page.getByRole("button", { name: "Submit" }));
  await expect(page.getByText("Passed.", { exact: true })).toBeVisible({ timeout: 40_000 });

  await page.goto("/today");
  await expect(page.getByRole("main").getByText(/1 of \d+/).first()).toBeVisible();
});

test("the first Tab leads past the navigation to the page itself @keyboard", async ({ page }) => {
  await page.goto("/courses");
  await waitForScripts(page);
  await page.keyboard.press("Tab");
  const skip = page.getByRole("link", { name: /skip/i });
  await expect(skip).toBeFocused();
  await expect(skip).toBeInViewport();
  await page.keyboard.press("Enter");
  expect(await page.evaluate(() => document.activeElement?.closest("main") !== null || location.hash.length > 1)).toBe(true);
});
