import type { Page } from "@playwright/test";
import { COURSE_ID, expect, expectNoAxeViolations, expectSound, NARROW, test, waitForScripts, WIDE, type Person } from "./fixtures.ts";

const LAB = `/courses/${COURSE_ID}/first-programs/door-sign`;
const SOLUTION = 'export const shop = "Corner Repairs";\nexport const opensAt = 8;\nexport const closesAt = 18;\nexport const hoursOpen = closesAt - opensAt;\nexport const minutesOpen = hoursOpen * 60;\nexport const sign = `${shop}. Open ${opensAt} to ${closesAt}, that is ${hoursOpen} hours a day.`;\n';

/** The plain editor's text area of the lab's one file. */
const area = (page: Page) => page.getByRole("textbox", { name: "sign.js" });
const said = (page: Page) => page.locator(".lab-said");
const draftStatus = (page: Page) => page.locator("[data-draft-status]");

async function openPlain(page: Page, signInAs: (page: Page, who: Person) => Promise<Person>, makePerson: (wish: { name: string; enrolledIn: string[]; editor: "plain" }) => Promise<Person>): Promise<Person> {
  const person = await makePerson({ name: "Pia Plain", enrolledIn: [COURSE_ID], editor: "plain" });
  await signInAs(page, person);
  await openLab(page);
  return person;
}

/** Opens the lab and waits until scripts keep the draft. */
async function openLab(page: Page) {
  await page.goto(LAB);
  await waitForScripts(page);
}

test("a learner types in Monaco, runs, submits, and sees the result come in", async ({ page, signInAs, makePerson }) => {
  await signInAs(page, await makePerson({ name: "Mona Co", enrolledIn: [COURSE_ID] }));
  await page.goto(LAB);
  await page.locator(".monaco-frame .view-lines").click({ timeout: 30_000 });
  await page.keyboard.press("ControlOrMeta+A");
  await page.keyboard.type('export const shop = "Corner Repairs";\nexport const opensAt = 9;', { delay: 5 });
  await expect(draftStatus(page)).toHaveText("Saved");
  await page.keyboard.press("ControlOrMeta+Enter");
  await expect(said(page)).toContainText(/\d of \d pass|could not be run/);
  await expect(page.locator(".result-test.not-passed, .result-advice").first()).toBeVisible();

  await page.locator(".monaco-frame .view-lines").click();
  await page.keyboard.press("ControlOrMeta+A");
  await page.keyboard.press("Delete");
  await page.keyboard.insertText(SOLUTION);
  await page.keyboard.press("ControlOrMeta+Shift+Enter");
  await expect(said(page)).toContainText("Submitted:", { timeout: 30_000 });
  await expect(page.locator(".result-test").first()).toBeVisible();
  await expect(page.getByText("hidden", { exact: true }).first()).toBeVisible();
});

test("a passed lab says so, leads on, and is a filled rung", async ({ page, signInAs, makePerson }) => {
  await openPlain(page, signInAs, makePerson);
  await area(page).fill(SOLUTION);
  await page.getByRole("button", { name: "Submit" }).click();
  await expect(page.getByText("Passed.", { exact: true })).toBeVisible({ timeout: 30_000 });
  await expect(said(page)).toContainText("tests pass");
  await expect(page.getByRole("link", { name: /^Next: / })).toBeVisible();
  await expect(page.getByText("You have passed this lab.")).toBeVisible();
  await page.getByRole("link", { name: "This submission on a page of its own" }).click();
  await expect(page.getByRole("heading", { name: "What you handed in" })).toBeVisible();
  await expectNoAxeViolations(page);
});

test("the lab reads well, small, dark and for machines", async ({ page, signInAs, makePerson }) => {
  await openPlain(page, signInAs, makePerson);
  await area(page).fill('export const shop = "Corner";\nconsole.log("hello");\n');
  await page.getByRole("button", { name: "Run" }).click();
  await expect(page.locator(".results")).toBeVisible();
  await expectSound(page);
  const bar = page.locator(".lab-acts");
  for (const viewport of [WIDE, NARROW]) {
    await page.setViewportSize(viewport);
    await bar.scrollIntoViewIfNeeded();
    const isCovered = await bar.getByRole("button", { name: "Submit" }).evaluate((button) => {
      const { x, y, width, height } = button.getBoundingClientRect();
      return !button.contains(document.elementFromPoint(x + width / 2, y + height / 2));
    });
    expect(isCovered, `the site's navigation lies over Submit, ${viewport.width} px wide`).toBe(false);
  }
});

test("Monaco has no violations either", async ({ page, signInAs, makePerson }) => {
  await signInAs(page, await makePerson({ name: "Mona Axe", enrolledIn: [COURSE_ID] }));
  await page.goto(LAB);
  await expect(page.locator(".monaco-frame .view-line").first()).toBeVisible({ timeout: 30_000 });
  await expectSound(page);
});

test("changing the editor keeps the text and is remembered", async ({ page, signInAs, makePerson }) => {
  await openPlain(page, signInAs, makePerson);
  await area(page).fill("const kept = 1;");
  await page.getByRole("button", { name: "Monaco" }).click();
  await expect(page.locator(".monaco-frame .view-line").first()).toHaveText("const kept = 1;", { timeout: 30_000 });
  await page.locator(".monaco-frame .view-lines").click();
  await page.keyboard.press("ControlOrMeta+End");
  await page.keyboard.type("\nconst more = 2;", { delay: 5 });
  await page.getByRole("button", { name: "Plain" }).click();
  await expect(area(page)).toHaveValue("const kept = 1;\nconst more = 2;");
  await page.getByRole("button", { name: "Monaco" }).click();
  await page.locator(".monaco-frame .view-lines").click();
  for (let steps = 0; steps < 20; steps += 1) await page.keyboard.press("ControlOrMeta+Z");
  await expect(page.locator(".monaco-frame .view-lines")).not.toContainText("more");
  await page.reload();
  await expect(page.locator(".monaco-frame .view-line").first()).toBeVisible({ timeout: 30_000 });
});

test("two tabs never overwrite each other: both texts are shown, the choice is kept", async ({ page, openBrowser, signInAs, makePerson }) => {
  const person = await openPlain(page, signInAs, makePerson);
  const other = await openBrowser(person);
  await openLab(other);
  await area(other).fill("const theirs = 2;");
  await expect(draftStatus(other)).toHaveAttribute("data-draft-status", "saved");
  await expect.poll(() => other.evaluate(async (url) => (await (await fetch(url)).json()).version, `${LAB}/draft`)).toBe(1);

  await area(page).fill("const mine = 1;");
  await expect(draftStatus(page)).toContainText("Changed in another tab");
  await page.getByRole("button", { name: "Look at both" }).click();
  const both = page.getByRole("region", { name: "sign.js, both texts" });
  await expect(both).toContainText("const mine = 1;");
  await expect(both).toContainText("const theirs = 2;");
  await expectNoAxeViolations(page);
  await page.getByRole("button", { name: "Keep mine" }).click();
  await expect(draftStatus(page)).toHaveAttribute("data-draft-status", "saved");
  await expect(area(page)).toHaveValue("const mine = 1;");

  await area(other).fill("const theirs = 3;");
  await expect(draftStatus(other)).toContainText("Changed in another tab");
  await other.getByRole("button", { name: "Take theirs" }).click();
  await expect(area(other)).toHaveValue("const mine = 1;");
  await other.getByRole("button", { name: "Bring mine back" }).click();
  await expect(area(other)).toHaveValue("const theirs = 3;");
});

test("a second tab of one browser hears of a save", async ({ page, signInAs, makePerson }) => {
  await openPlain(page, signInAs, makePerson);
  const second = await page.context().newPage();
  await openLab(second);
  await area(page).fill("const one = 1;");
  await expect(area(second)).toHaveValue("const one = 1;");
});

test("a reload in the middle of typing loses nothing", async ({ page, signInAs, makePerson }) => {
  await openPlain(page, signInAs, makePerson);
  await area(page).fill("const unsaved = true;");
  await page.reload();
  await expect(area(page)).toHaveValue("const unsaved = true;");
});

test("what is typed before the scripts are there is kept", async ({ page, signInAs, makePerson }) => {
  await signInAs(page, await makePerson({ name: "Earl Early", enrolledIn: [COURSE_ID], editor: "plain" }));
  let letGo = () => {};
  const isTyped = new Promise<void>((resolve) => (letGo = resolve));
  await page.route("**/assets/*.js", async (route) => {
    await isTyped;
    await route.continue();
  });
  await page.goto(LAB, { waitUntil: "commit" });
  await area(page).fill("const early = true;");
  letGo();
  await waitForScripts(page);
  await expect(area(page)).toHaveValue("const early = true;");
  await expect(draftStatus(page)).toHaveText("Saved");
  await page.reload();
  await expect(area(page)).toHaveValue("const early = true;");
});

test("without a connection the text is kept, said, and made up", async ({ page, signInAs, makePerson, problems }) => {
  problems.allow(/ERR_INTERNET_DISCONNECTED|Failed to fetch/);
  await openPlain(page, signInAs, makePerson);
  await page.context().setOffline(true);
  await area(page).fill("const away = true;");
  await expect(draftStatus(page)).toContainText("Not saved: no connection, trying again");
  await page.context().setOffline(false);
  await expect(draftStatus(page)).toHaveAttribute("data-draft-status", "saved");
  await page.reload();
  await expect(area(page)).toHaveValue("const away = true;");
});

test("a reset can be undone", async ({ page, signInAs, makePerson }) => {
  await openPlain(page, signInAs, makePerson);
  const starter = await area(page).inputValue();
  await area(page).fill("const mine = 1;");
  await page.getByRole("button", { name: "Reset" }).click();
  await expect(area(page)).toHaveValue(starter);
  await page.getByRole("button", { name: "Undo reset" }).first().click();
  await expect(area(page)).toHaveValue("const mine = 1;");
});

test("a program that never ends is stopped and explained", async ({ page, signInAs, makePerson }) => {
  await openPlain(page, signInAs, makePerson);
  await area(page).fill("for (;;) {}\n");
  await page.getByRole("button", { name: "Run" }).click();
  await expect(said(page)).toContainText("It took too long", { timeout: 40_000 });
  await expect(page.locator(".result-advice")).toContainText("loop");
});

test("what a program prints and throws stays text", async ({ page, signInAs, makePerson }) => {
  await openPlain(page, signInAs, makePerson);
  await area(page).fill('console.log("<img src=x onerror=alert(1)><script>window.__XSS__=1</script>");\nexport const shop = "<b>bold</b>";\n');
  await page.getByRole("button", { name: "Run" }).click();
  await expect(page.locator(".results")).toContainText("<b>bold</b>");
  expect(await page.evaluate(() => "__XSS__" in window)).toBe(false);
});

test("the whole lab goes by keyboard @keyboard", async ({ page, signInAs, makePerson }) => {
  await openPlain(page, signInAs, makePerson);
  await area(page).focus();
  await page.keyboard.press("ControlOrMeta+A");
  await page.keyboard.insertText(SOLUTION);
  await page.keyboard.press("ControlOrMeta+End");
  await page.keyboard.press("Tab");
  await expect(area(page)).toHaveValue(`${SOLUTION}  `);
  await page.keyboard.press("Escape");
  await page.keyboard.press("Tab");
  await expect(area(page)).not.toBeFocused();
  await page.keyboard.press("Shift+Tab");
  await expect(area(page)).toBeFocused();
  await page.keyboard.press("Control+Enter");
  await expect(said(page)).toContainText("pass");
  await page.keyboard.press("Control+Shift+Enter");
  await expect(said(page)).toContainText("Submitted:", { timeout: 30_000 });
});

test("Escape and Tab lead out of Monaco too @keyboard", async ({ page, signInAs, makePerson }) => {
  await signInAs(page, await makePerson({ name: "Kay Board", enrolledIn: [COURSE_ID] }));
  await page.goto(LAB);
  await expect(page.locator(".monaco-frame .view-line").first()).toBeVisible({ timeout: 30_000 });
  const isInside = () => page.evaluate(() => document.activeElement?.closest(".monaco-frame") !== null);
  await page.getByRole("tab", { name: "sign.js" }).focus();
  // Past the desk's own buttons.
  for (let steps = 0; steps < 6 && !(await isInside()); steps += 1) await page.keyboard.press("Tab");
  expect(await isInside()).toBe(true);
  await page.keyboard.press("Tab");
  expect(await isInside(), "Tab indents").toBe(true);
  await page.keyboard.press("Escape");
  await page.keyboard.press("Tab");
  expect(await isInside(), "Escape, then Tab leaves").toBe(false);
});

test.describe("without scripts", () => {
  test.use({ javaScriptEnabled: false });

  test("a lab can be run, handed in, reset and looked at", async ({ page, signInAs, makePerson }) => {
    await signInAs(page, await makePerson({ name: "Nora Noscript", enrolledIn: [COURSE_ID] }));
    await page.goto(LAB);
    await area(page).fill("export const shop = 1;\n");
    await page.getByRole("button", { name: "Run" }).click();
    await expect(said(page)).toContainText("of 4 pass");
    await expect(area(page)).toHaveValue("export const shop = 1;\n");
    await page.getByRole("button", { name: "Reset" }).click();
    await expect(area(page)).not.toHaveValue("export const shop = 1;\n");
    await page.getByRole("button", { name: "Undo reset" }).click();
    await expect(area(page)).toHaveValue("export const shop = 1;\n");
    await area(page).fill(SOLUTION);
    await page.getByRole("button", { name: "Submit" }).click();
    await expect(page).toHaveURL(/\/submissions\//);
    await expect(page.getByText("Passed.")).toBeVisible();
  });
});

test("another person's submission does not exist", async ({ page, openBrowser, signInAs, makePerson }) => {
  await openPlain(page, signInAs, makePerson);
  await page.getByRole("button", { name: "Submit" }).click();
  await expect(said(page)).toContainText("Submitted:", { timeout: 30_000 });
  await page.getByRole("link", { name: "This submission on a page of its own" }).click();
  await expect(page).toHaveURL(/\/submissions\//);
  const stranger = await openBrowser("otherLearner");
  for (const path of [page.url(), `${page.url()}/events`]) expect((await stranger.request.get(path)).status()).toBe(404);
});
