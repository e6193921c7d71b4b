import { pressOn, tabTo, typeInto } from "./fixtures/keys.ts";
import { COURSE_ID, expect, test, waitForScripts } from "./fixtures.ts";

const SOLUTION =
  'export const shop = "Corner Repairs";\nexport const opensAt = 8;\nexport const closesAt = 18;\nexport const hoursOpen = closesAt - opensAt;\nexport const minutesOpen = hoursOpen * 60;\n' +
  "export const sign = `${shop}. Open ${opensAt} to ${closesAt}, that is ${hoursOpen} hours a day.`;\n";

test("from making an account to a passed lab with keys only @keyboard", async ({ page }) => {
  await page.goto("/sign-up");
  await waitForScripts(page);
  await typeInto(page, page.getByLabel("Your name"), "Kay Board");
  await typeInto(page, page.getByLabel("E-mail"), `kay.${Date.now()}@example.test`);
  await typeInto(page, page.getByLabel("Password"), "four words in a row");
  await page.keyboard.press("Enter");
  await page.waitForURL("**/today");

  await page.goto("/courses");
  await pressOn(page, page.getByRole("main").getByRole("link", { name: /JavaScript/ }).first());
  await page.waitForURL(`**/courses/${COURSE_ID}`);
  await pressOn(page, page.getByRole("main").getByRole("button", { name: /enrol|begin|start|join/i }).first());
  await expect(page.locator(`.activity-line a[href$="/door-sign"]`).first()).toBeVisible();

  await page.goto(`/courses/${COURSE_ID}/first-programs/door-sign`);
  await waitForScripts(page);
  await pressOn(page, page.getByRole("button", { name: "Plain", exact: true }));
  const editor = page.getByRole("textbox", { name: "sign.js" });
  await tabTo(page, editor);
  await page.keyboard.press("ControlOrMeta+A");
  await page.keyboard.insertText(SOLUTION);
  await page.keyboard.press("Escape");
  await pressOn(page, page.getByRole("button", { name: "Submit" }));
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
