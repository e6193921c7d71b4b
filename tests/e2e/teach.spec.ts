import { appendFileSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "@playwright/test";
import { COURSE_ID, expect, expectNoAxeViolations, expectSound, test, waitForScripts, type Person } from "./fixtures.ts";

const TEACH = `/teach/${COURSE_ID}`;
const MODULE = "01-first-programs";
const editor = (path: string) => `${TEACH}/edit?path=${encodeURIComponent(`${MODULE}/${path}`)}`;
const area = (page: Page) => page.locator("textarea[name=text]");
const draftStatus = (page: Page) => page.locator("[data-draft-status]");

type Make = (wish: { name: string; roles: { courseId: string; role: "instructor" }[]; editor: "plain" | "monaco" }) => Promise<Person>;
const makeAuthor = (makePerson: Make, choice: "plain" | "monaco" = "plain") => makePerson({ name: "Aline Author", roles: [{ courseId: COURSE_ID, role: "instructor" }], editor: choice });

/** Opens a file and waits until scripts keep what is typed. */
async function open(page: Page, path: string) {
  await page.goto(editor(path));
  await waitForScripts(page);
}

async function type(page: Page, change: (text: string) => string) {
  await area(page).fill(change(await area(page).inputValue()));
}

test("an instructor edits a lesson, sees it as learners will, publishes, and a learner reads it", async ({ page, signInAs, makePerson, openBrowser }) => {
  await signInAs(page, await makeAuthor(makePerson));
  await page.goto("/teach");
  await page.getByRole("link", { name: "JavaScript fundamentals" }).click();
  await page.getByRole("link", { name: "Objects", exact: true }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Objects" })).toBeVisible();
  await waitForScripts(page);
  const words = `A parcel with a label of ${Date.now()} grams.`;
  await type(page, (text) => `${text}\n## One more thing\n\n**${words}**\n`);
  await expect(page.getByRole("region", { name: "Preview" }).getByText(words)).toBeVisible();
  await expect(draftStatus(page)).toHaveText("Saved");

  const learner = await openBrowser("learner");
  await learner.goto(`/courses/${COURSE_ID}/first-programs/objects`);
  await expect(learner.getByText(words)).toHaveCount(0);

  await page.getByRole("link", { name: "Review and publish" }).click();
  await expect(page.getByRole("region", { name: /^Differences of/ }).getByText(words)).toBeVisible();
  await page.getByRole("button", { name: "Publish 1 file" }).click();
  await expect(page.getByText("Published: 1 file is with learners now.")).toBeVisible();
  await expect(page.getByText("Everything is published.")).toBeVisible();

  await learner.reload();
  await expect(learner.getByText(words)).toBeVisible();
});

test("what is wrong is said while it is written, with its line, and breaking an activity asks first", async ({ page, signInAs, makePerson }) => {
  await signInAs(page, await makeAuthor(makePerson));
  await open(page, "12-array-methods.md");
  await type(page, (text) => text.replace(/^minutes: .*$/m, "minutes: soon"));
  await expect(page.getByText("where a number is expected")).toBeVisible();
  await page.getByRole("button", { name: "Line 5" }).click();
  await expect(area(page)).toBeFocused();
  await expect(draftStatus(page)).toHaveText("Saved");

  await page.goto(TEACH);
  await expect(page.getByText("Broken", { exact: true })).toBeVisible();
  await page.getByRole("link", { name: `${MODULE}/12-array-methods.md, line 5` }).click();
  await expect(page).toHaveURL(/line=5/);
  await page.goto(`${TEACH}/publish`);
  await expect(page.getByText("Your changes break Array methods.")).toBeVisible();
  await expect(page.getByRole("checkbox", { name: "Publish it all the same" })).not.toBeChecked();
});

test("a file that somebody else changed on disk is shown three ways, merged, and published", async ({ page, signInAs, makePerson, site }) => {
  await signInAs(page, await makeAuthor(makePerson));
  await open(page, "14-types-and-errors.md");
  await type(page, (text) => text.replace(/^summary: .*$/m, "summary: Written by me."));
  await expect(draftStatus(page)).toHaveText("Saved");
  const file = join(site.contentDir, "courses", COURSE_ID, MODULE, "14-types-and-errors.md");
  appendFileSync(file, "\nA line by somebody else.\n");

  await page.goto(`${TEACH}/publish`);
  await expect(page.getByRole("heading", { name: "Changed by somebody else meanwhile" })).toBeVisible();
  await expect(page.getByRole("region", { name: "Differences of On disk, by them" }).getByText("A line by somebody else.")).toBeVisible();
  await expect(page.getByRole("region", { name: "Differences of Yours" }).getByText("Written by me.")).toBeVisible();
  await expect(page.getByRole("button", { name: /^Publish/ })).toHaveCount(0);
  await expectNoAxeViolations(page);
  await page.getByRole("radio", { name: /Take both, merged/ }).check();
  await page.getByRole("button", { name: "Decide" }).click();
  await page.getByRole("button", { name: "Publish 1 file" }).click();
  await expect(page.getByText("Published: 1 file is with learners now.")).toBeVisible();
  const text = readFileSync(file, "utf8");
  expect(text).toContain("summary: Written by me.");
  expect(text).toContain("A line by somebody else.");
});

test("two tabs never overwrite each other, and a lost connection loses nothing", async ({ page, signInAs, makePerson, problems, context }) => {
  problems.allow(/ERR_INTERNET_DISCONNECTED|409/);
  await signInAs(page, await makeAuthor(makePerson));
  await open(page, "10-objects.md");
  await context.setOffline(true);
  await type(page, (text) => `${text}\nFrom the first tab.\n`);
  await expect(draftStatus(page)).toContainText("no connection");
  await context.setOffline(false);
  await expect(draftStatus(page)).toHaveText("Saved");

  const second = await context.newPage();
  await open(second, "10-objects.md");
  await expect(area(second)).toHaveValue(/From the first tab\./);
  // The first tab doesn't hear of it, as on another device.
  await page.route("**/file**", (route) => route.abort());
  problems.allow(/ERR_FAILED/);
  await type(page, (text) => `${text}\nMine again.\n`);
  await type(second, (text) => `${text}\nFrom the second tab.\n`);
  await expect(draftStatus(second)).toHaveText("Saved");
  await page.unroute("**/file**");
  await expect(page.getByRole("alert", { name: "Changed elsewhere" })).toBeVisible();
  await page.getByRole("button", { name: "Keep mine" }).click();
  await expect(draftStatus(page)).toHaveText("Saved");
  await page.reload();
  await expect(area(page)).toHaveValue(/Mine again\./);
});

test("a lab's own programs are tried from what is in the editor", async ({ page, signInAs, makePerson }) => {
  await signInAs(page, await makeAuthor(makePerson));
  await open(page, "03-door-sign/solution/sign.js");
  await page.getByRole("button", { name: "Try it" }).click();
  await expect(page.getByText("Sound: the reference passes, and everything else fails.")).toBeVisible({ timeout: 40_000 });
  await type(page, (text) => text.replace("closesAt - opensAt", "closesAt + opensAt"));
  await page.getByRole("button", { name: "Try it" }).click();
  await expect(page.getByText("Not sound yet: see what is marked below.")).toBeVisible({ timeout: 40_000 });
  await expect(page.getByText("hidden", { exact: true }).first()).toBeVisible();
});

test("an activity is added, renamed and removed again", async ({ page, signInAs, makePerson }) => {
  await signInAs(page, await makeAuthor(makePerson));
  await page.goto(TEACH);
  await page.getByText("Add an activity").click();
  await page.getByLabel("Title").first().fill("A lab that is new");
  await page.getByRole("radio", { name: /^Lab/ }).check();
  await page.getByRole("button", { name: "Add and open it" }).first().click();
  await expect(page.getByRole("heading", { level: 1, name: "A lab that is new" })).toBeVisible();
  await page.goto(TEACH);
  await page.getByRole("link", { name: "Rename, move or remove A lab that is new" }).click();
  await page.waitForURL(/\/entry/);
  await page.getByLabel("Address", { exact: true }).fill("Not good");
  await page.getByRole("button", { name: "Keep these" }).click();
  await expect(page.getByText("Use lower-case letters")).toBeVisible();
  await page.getByLabel("Address", { exact: true }).fill("fresh");
  await page.getByLabel("Title").fill("A fresh lab");
  await page.getByRole("button", { name: "Keep these" }).click();
  await page.getByRole("link", { name: "Rename, move or remove A fresh lab" }).click();
  await page.waitForURL(/\/entry/);
  await page.getByRole("button", { name: "Remove this activity" }).click();
  await expect(page.getByText("Everything is published.")).toBeVisible();
});

test("activities are put in order by keys alone @keyboard", async ({ page, signInAs, makePerson }) => {
  await signInAs(page, await makeAuthor(makePerson));
  await page.goto(TEACH);
  await waitForScripts(page);
  const down = page.getByRole("button", { name: "Move Decisions down" });
  await down.focus();
  await page.keyboard.press("Enter");
  const titles = page.locator(".teach-activity-title a");
  await expect(titles.nth(6)).toHaveText("Decisions");
  await expect(down).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(titles.nth(7)).toHaveText("Decisions");
  await page.keyboard.press("Shift+Tab");
  await page.keyboard.press("Enter");
  await expect(titles.nth(6)).toHaveText("Decisions");
  await page.keyboard.press("Enter");
  await expect(page.getByText("Everything is published.")).toBeVisible();
});

test("all of it works without scripts", async ({ browser, site, makePerson }) => {
  const author = await makeAuthor(makePerson);
  const [name = "", value = ""] = author.cookie.split("=");
  const context = await browser.newContext({ javaScriptEnabled: false, baseURL: site.url });
  await context.addCookies([{ name, value, url: site.url }]);
  const page = await context.newPage();
  await page.goto(TEACH);
  await page.getByRole("button", { name: "Move Values and variables up" }).click();
  await expect(page.locator(".teach-activity-title a").first()).toHaveText("Values and variables");
  await page.getByRole("button", { name: "Move Values and variables down" }).click();
  await page.goto(editor("08-lists-and-loops/lesson.md"));
  await page.locator("textarea[name=text]").fill(`${await page.locator("textarea[name=text]").inputValue()}\nWritten without scripts.\n`);
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText("Written without scripts.").last()).toBeVisible();
  await page.goto(`${TEACH}/publish`);
  await page.getByRole("button", { name: "Publish 1 file" }).click();
  await expect(page.getByText("Published: 1 file is with learners now.")).toBeVisible();
  await context.close();
});

test("hostile text in a course stays text", async ({ page, signInAs, makePerson }) => {
  await signInAs(page, await makeAuthor(makePerson));
  await open(page, "11-shipments-by-city/lab.md");
  await type(page, (text) => `${text.replace(/^title: .*$/m, "title: '<img src=x onerror=window.__XSS__=1>'")}\n<script>window.__XSS__ = 2</script>\n\n[x](javascript:window.__XSS__=3)\n`);
  await expect(draftStatus(page)).toHaveText("Saved");
  for (const path of [TEACH, editor("11-shipments-by-city/lab.md"), `${TEACH}/publish`]) {
    await page.goto(path);
    await waitForScripts(page);
    expect(await page.evaluate(() => "__XSS__" in window)).toBe(false);
  }
  await expect(page.getByText("<script>window.__XSS__ = 2</script>").first()).toBeVisible();
});

test("what is not theirs does not exist", async ({ page, signInAs }) => {
  await signInAs(page, "learner");
  for (const path of ["/teach", TEACH, editor("10-objects.md"), `${TEACH}/publish`, `${TEACH}/assets/${MODULE}/04-functions/assets/function-machine.svg`]) {
    expect((await page.goto(path))?.status(), path).toBe(404);
  }
});

test("the pages read well, small, dark and for machines", async ({ page, signInAs, makePerson }) => {
  await signInAs(page, await makeAuthor(makePerson));
  await open(page, "13-ticket-queue/lab.md");
  await type(page, (text) => text.replace(/^minutes: .*$/m, "minutes: soon"));
  await expect(draftStatus(page)).toHaveText("Saved");
  // The list of courses, a course, the editor of a lab, a picture, name and place, publishing.
  for (const path of ["/teach", TEACH, editor("13-ticket-queue/lab.md"), editor("04-functions/assets/function-machine.svg"), `${TEACH}/entry?activity=first-programs%2Fobjects`, `${TEACH}/publish`]) {
    await page.goto(path);
    await waitForScripts(page);
    await expectSound(page);
  }
});

test("Monaco edits prose too", async ({ page, signInAs, makePerson }) => {
  await signInAs(page, await makeAuthor(makePerson, "monaco"));
  await open(page, "10-objects.md");
  await page.locator(".monaco-frame .view-lines").click({ timeout: 30_000 });
  await page.keyboard.press("ControlOrMeta+End");
  await page.keyboard.type("\nTyped in Monaco.", { delay: 5 });
  await expect(page.getByRole("region", { name: "Preview" }).getByText("Typed in Monaco.")).toBeVisible();
  await expect(draftStatus(page)).toHaveText("Saved");
  await expectSound(page);
});
