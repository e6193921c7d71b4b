import type { Page } from "@playwright/test";
import { COURSE_ID, expect, expectSound, NARROW, test } from "./fixtures.ts";

// Each walks through several pages of two people.
test.describe.configure({ timeout: 240_000 });

const PROJECT = `/courses/${COURSE_ID}/first-programs/shift-handover`;

/** Types into the plain editor, which is there whatever editor somebody chose. */
async function writeReport(page: Page, text: string) {
  await page.getByRole("button", { name: "Plain", exact: true }).click();
  const editor = page.locator("textarea[name='file:handover.js']");
  await editor.fill(text);
}

async function handIn(page: Page, words: string, button = "Hand in") {
  await page.getByLabel("Words for the grader").fill(words);
  await page.getByRole("button", { name: button, exact: true }).click();
  await expect(page.locator("#state")).toContainText("Handed in, waiting for a grader");
}

async function chooseBest(page: Page) {
  for (const group of await page.locator("fieldset.criterion").all()) await group.getByRole("radio").first().check();
}

test("a project goes from hand-in over asked changes to acceptance", async ({ page, openBrowser, makePerson, signInAs }) => {
  const learner = await makePerson({ name: "Lea Journey", enrolledIn: [COURSE_ID] });
  await signInAs(page, learner);
  await page.goto(PROJECT);
  await expect(page.locator("#state")).toContainText("Not handed in yet");
  await writeReport(page, "export function minutesLost(events) {\n  return 7;\n}\n");
  await page.getByLabel(/A link/).fill("javascript:alert(1)");
  await page.getByRole("button", { name: "Hand in", exact: true }).click();
  await expect(page.getByText("Use an address that begins with https://")).toBeVisible();
  await page.getByLabel(/A link/).fill("https://example.org/report");
  await handIn(page, "<img src=x onerror=alert(1)> I was unsure.");
  await expect(page.getByLabel("Words for the grader")).toHaveValue("");

  const grader = await openBrowser("grader");
  await grader.goto("/review");
  const line = grader.locator(".queue-line").filter({ hasText: "Lea Journey" });
  await expect(line).toContainText("A shift handover report");
  await line.getByRole("button", { name: /Start review/ }).click();
  await expect(grader.getByRole("heading", { level: 1 })).toHaveText("A shift handover report");
  await expect(grader.getByText("<img src=x onerror=alert(1)> I was unsure.")).toBeVisible();

  await grader.getByRole("link", { name: "Comment on line 2", exact: true }).first().click();
  await grader.getByRole("textbox", { name: "Comment on line 2", exact: true }).fill("This is always seven.");
  await grader.getByRole("button", { name: /Add comment/ }).first().click();
  await expect(grader.locator(".comment")).toContainText("This is always seven.");
  await grader.getByLabel("Summary for the learner").fill("Work it out from the events.");
  await expect(grader.getByText("Everything is saved.")).toBeVisible();
  await grader.getByRole("button", { name: "Accept…" }).click();
  await expect(grader.getByText(/choose a level for every criterion/)).toBeVisible();
  await grader.getByRole("link", { name: "Back to the review" }).click();
  await expect(grader.getByLabel("Summary for the learner")).toHaveValue("Work it out from the events.");
  await grader.getByRole("button", { name: "Ask for changes…" }).click();
  await expect(grader.getByText("Comments: 1 on lines.")).toBeVisible();
  await grader.getByRole("button", { name: "Send, asking for changes" }).click();
  await expect(grader.getByText("Sent: changes asked for.")).toBeVisible();

  await page.goto("/today");
  await expect(page.getByText("Changes asked for:")).toBeVisible();
  await page.goto(PROJECT);
  await expect(page.locator("#state")).toContainText("Changes asked for");
  await expect(page.locator("#review")).toContainText("Work it out from the events.");
  await expect(page.locator("#review .comment").first()).toContainText("This is always seven.");
  await page.getByRole("link", { name: "Answer the comment on line 2" }).click();
  await page.getByRole("textbox", { name: /Your answer on line 2/ }).fill("Now it is summed up.");
  await page.getByRole("button", { name: /^Answer Ctrl/ }).first().click();
  await expect(page.locator("#review .comment.of-learner")).toContainText("Now it is summed up.");
  await expect.poll(async () => { await page.goto("/today"); return page.getByText("Changes asked for:").count(); }).toBe(0);

  await page.goto(PROJECT);
  await writeReport(page, "export function minutesLost(events) {\n  return events.reduce((sum, event) => sum + event.minutes, 0);\n}\n");
  await handIn(page, "Summed up now.", "Hand in again");

  await grader.goto("/review");
  const again = grader.locator(".queue-line").filter({ hasText: "Lea Journey" });
  await expect(again).toContainText("2nd hand-in");
  await again.getByRole("button", { name: /Start review/ }).click();
  await expect(grader.locator("#since")).toContainText("Now it is summed up.");
  await expect(grader.locator("#since .added")).toContainText("events.reduce");
  await chooseBest(grader);
  await expect(grader.locator(".total")).toContainText("15 of 15");
  await grader.getByLabel("Summary for the learner").fill("Well done.");
  await grader.getByRole("button", { name: "Accept…" }).click();
  await grader.getByRole("button", { name: "Accept and send" }).click();
  await expect(grader.getByText("Accepted and sent.")).toBeVisible();

  await page.goto(PROJECT);
  await expect(page.locator("#state")).toContainText("Accepted.");
  await expect(page.locator("#review")).toContainText("15 of 15");
  await expect(page.getByRole("button", { name: "Hand in again" })).toHaveCount(0);
  await page.getByText("Its review").first().click();
  await expect(page.getByText("This is always seven.")).toBeVisible();
});

test("two tabs of a review overwrite nothing, and a lost connection loses nothing", async ({ page, openBrowser, makePerson, problems }) => {
  problems.allow(/409|ERR_INTERNET_DISCONNECTED|Failed to fetch/);
  const learner = await openBrowser(await makePerson({ name: "Tab Twice", enrolledIn: [COURSE_ID], editor: "plain" }));
  await learner.goto(PROJECT);
  await handIn(learner, "Please.");
  const first = await openBrowser("grader");
  await first.goto("/review");
  await first.locator(".queue-line").filter({ hasText: "Tab Twice" }).getByRole("button", { name: /Start review/ }).click();
  await expect(first.getByLabel("Summary for the learner")).toBeVisible();
  const second = await first.context().newPage();
  await second.goto(first.url());

  await first.getByLabel("Summary for the learner").fill("From the first tab");
  await expect(first.getByText("Everything is saved.")).toBeVisible();
  await second.getByLabel("Summary for the learner").fill("From the second tab");
  await expect(second.getByText("This review was saved in another tab.")).toBeVisible();
  await expect(second.locator(".other-summary")).toHaveText("From the first tab");
  await expect(second.getByLabel("Summary for the learner")).toHaveValue("From the second tab");
  await second.getByRole("button", { name: "Keep what is here" }).click();
  await expect(second.getByText("Everything is saved.")).toBeVisible();

  await second.context().setOffline(true);
  await second.getByLabel("Summary for the learner").fill("Typed without a connection");
  await expect(second.getByText("Not saved: no connection.")).toBeVisible();
  await second.context().setOffline(false);
  await expect(second.getByText("Everything is saved.")).toBeVisible();
  await second.getByRole("link", { name: "Comment on line 3", exact: true }).first().click();
  await second.getByRole("textbox", { name: "Comment on line 3", exact: true }).fill("Half a comment");
  await second.reload();
  await expect(second.getByLabel("Summary for the learner")).toHaveValue("Typed without a connection");
  await expect(second.getByRole("textbox", { name: "Comment on line 3", exact: true })).toHaveValue("Half a comment");
  await page.close();
});

test("the review is done by keys alone @keyboard", async ({ page, openBrowser, makePerson, signInAs }) => {
  const learner = await openBrowser(await makePerson({ name: "Kay Keys", enrolledIn: [COURSE_ID], editor: "plain" }));
  await learner.goto(PROJECT);
  await learner.getByLabel("Words for the grader").focus();
  await learner.keyboard.type("All by keys.");
  await learner.getByRole("button", { name: "Hand in", exact: true }).focus();
  await learner.keyboard.press("Enter");
  await expect(learner.locator("#state")).toContainText("Handed in, waiting");

  await signInAs(page, "grader");
  await page.goto("/review");
  await page.locator(".queue-line").filter({ hasText: "Kay Keys" }).getByRole("button", { name: /Start review/ }).focus();
  await page.keyboard.press("Enter");
  await page.getByRole("link", { name: "Comment on line 1", exact: true }).first().focus();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("textbox", { name: "Comment on line 3", exact: true })).toBeFocused();
  await page.keyboard.type("By keys.");
  await page.keyboard.press("Control+Enter");
  await expect(page.locator(".comment")).toContainText("By keys.");
  const groups = page.locator("fieldset.criterion");
  await groups.first().getByRole("radio").first().focus();
  for (let index = (await groups.count()); index > 0; index -= 1) await page.keyboard.press("1");
  await expect(page.locator(".total")).toContainText("15 of 15");
  await expect(page.getByLabel("Summary for the learner")).toBeFocused();
  await page.keyboard.type("Fine.");
  await page.keyboard.press("Control+Enter");
  // The new page's title has the focus; the button is the next thing after the way back.
  await expect(page.getByRole("heading", { level: 1, name: "Accept this project?" })).toBeFocused();
  await page.keyboard.press("Tab");
  await expect(page.getByRole("button", { name: "Accept and send" })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page.getByText("Accepted and sent.")).toBeVisible();
});

test("without scripts a project is handed in, reviewed and answered", async ({ browser, site, makePerson }) => {
  const learner = await makePerson({ name: "Nora Noscript", enrolledIn: [COURSE_ID], editor: "plain" });
  const open = async (cookie: string) => {
    const context = await browser.newContext({ javaScriptEnabled: false, baseURL: site.url });
    const [name = "", value = ""] = cookie.split("=");
    await context.addCookies([{ name, value, url: site.url }]);
    return context.newPage();
  };
  const mine = await open(learner.cookie);
  await mine.goto(PROJECT);
  await mine.locator("textarea[name='file:notes.md']").fill("My notes");
  await mine.getByLabel("Words for the grader").fill("No scripts here.");
  await mine.getByRole("button", { name: "Hand in", exact: true }).click();
  await expect(mine.locator("#state")).toContainText("waiting for a grader");

  const grader = await open(site.people.grader.cookie);
  await grader.goto("/review");
  await grader.locator(".queue-line").filter({ hasText: "Nora Noscript" }).getByRole("button", { name: /Start review/ }).click();
  await expect(grader.getByText("My notes")).toBeVisible();
  await grader.getByRole("link", { name: "Comment on line 1", exact: true }).first().click();
  await grader.locator("textarea[name=body]").first().fill("On a line, without scripts.");
  await grader.getByRole("button", { name: /Add comment/ }).first().click();
  await expect(grader.locator(".comment")).toContainText("On a line, without scripts.");
  await grader.getByLabel("Summary for the learner").fill("More, please.");
  await grader.getByRole("button", { name: "Ask for changes…" }).click();
  await grader.getByRole("button", { name: "Send, asking for changes" }).click();
  await expect(grader.getByText("Sent: changes asked for.")).toBeVisible();

  await mine.goto(PROJECT);
  await expect(mine.locator("#review")).toContainText("More, please.");
  await mine.getByRole("link", { name: "Answer on line 1", exact: true }).first().click();
  await mine.locator("textarea[name=body]").last().fill("Here is more.");
  await mine.getByRole("button", { name: /^Answer/ }).last().click();
  await expect(mine.locator(".comment.of-learner")).toContainText("Here is more.");
  await mine.getByRole("button", { name: /take it off my news/ }).click();
  await mine.goto("/today");
  await expect(mine.getByText("Changes asked for:")).toHaveCount(0);
  await mine.context().close();
  await grader.context().close();
});

test("the pages of a review and a project are sound", async ({ page, openBrowser, makePerson, signInAs }) => {
  const learner = await openBrowser(await makePerson({ name: "Ava Axe", enrolledIn: [COURSE_ID] }));
  await learner.goto(PROJECT);
  await handIn(learner, "Please look.");
  await expect(learner.locator(".monaco-frame .view-line").first()).toBeVisible();
  await expectSound(learner);

  await signInAs(page, "grader");
  await page.goto("/review");
  await expectSound(page);
  await page.locator(".queue-line").filter({ hasText: "Ava Axe" }).getByRole("button", { name: /Start review/ }).click();
  await page.getByRole("link", { name: "Comment on line 1", exact: true }).first().click();
  await page.getByRole("textbox", { name: "Comment on line 1", exact: true }).fill("A comment");
  await page.getByRole("button", { name: /Add comment/ }).first().click();
  await expect(page.locator(".comment")).toBeVisible();
  await expectSound(page);
  await page.setViewportSize(NARROW);
  await chooseBest(page);
  await page.getByRole("button", { name: "Ask for changes…" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Ask for changes?");
  await expectSound(page);
  await page.getByRole("button", { name: "Send, asking for changes" }).click();
  await expect(page.getByText("Sent: changes asked for.")).toBeVisible();
  await learner.goto(PROJECT);
  await expect(learner.locator(".monaco-frame .view-line").first()).toBeVisible();
  await expectSound(learner);
});

test("nobody but a grader of the course sees a review", async ({ page, openBrowser, makePerson, signInAs }) => {
  const person = await makePerson({ name: "Sam Secret", enrolledIn: [COURSE_ID], editor: "plain" });
  const learner = await openBrowser(person);
  await learner.goto(PROJECT);
  await handIn(learner, "Mine.");
  await signInAs(page, "grader");
  await page.goto("/review");
  const address = await page.locator(".queue-line").filter({ hasText: "Sam Secret" }).getByRole("link").first().getAttribute("href");
  for (const path of ["/review", address ?? "", `${address}/decide`]) {
    expect((await learner.request.get(path)).status(), path).toBe(404);
  }
  expect((await learner.request.post(`${address}/save`, { form: { version: "1", summary: "x" } })).status()).toBe(404);
  expect((await learner.request.post(`${address}/decide`, { form: { version: "1", decision: "accepted" } })).status()).toBe(404);
  expect((await learner.request.post(address ?? "", { form: { intent: "claim" } })).status()).toBe(404);
});
