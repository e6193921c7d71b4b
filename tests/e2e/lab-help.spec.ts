import type { Page } from "@playwright/test";
import { COURSE_ID, expect, expectNoAxeViolations, expectNoSideScroll, test, waitForScripts } from "./fixtures.ts";

const LAB = `/courses/${COURSE_ID}/first-programs/hours-of-a-week`;
const area = (page: Page) => page.getByRole("textbox", { name: "hours.js" });

test("a stuck learner opens a hint, is offered help, asks a person, and is answered", async ({ page, signInAs, makePerson, openBrowser }) => {
  await signInAs(page, await makePerson({ name: "Stella Stuck", enrolledIn: [COURSE_ID], editor: "plain" }));
  await page.goto(LAB);
  await waitForScripts(page);

  await page.getByRole("button", { name: /^Show hint 1 of \d/ }).click();
  await expect(page.locator("summary", { hasText: /^Hint 1 of \d/ })).toBeFocused();
  await page.reload();
  await waitForScripts(page);
  await expect(page.getByText(/^Hint 1 of \d/).first()).toBeVisible();

  await area(page).fill("export function totalHours(hours) { return total; }\n");
  const offer = page.getByRole("complementary", { name: "Help, if you like" });
  for (let run = 1; run <= 3; run += 1) {
    await expect(offer).toBeHidden();
    const answer = page.waitForResponse((response) => response.url().endsWith("/run") && response.request().postData()?.includes("live") === false);
    await page.getByRole("button", { name: /^Run/ }).click();
    await answer;
  }
  await expect(offer).toBeVisible();
  await expect(page.getByText("In plain words:").first()).toBeVisible();
  await expectNoAxeViolations(page);
  await offer.getByRole("link", { name: "Ask a person" }).click();
  await page.getByLabel("Your question").fill("What is <b>total</b>?");
  await page.getByRole("button", { name: "Send the question" }).click();
  await expect(page.getByText("What is <b>total</b>?")).toBeVisible();

  const teacher = await openBrowser("instructor");
  await teacher.goto(`/teach/${COURSE_ID}/questions`);
  await teacher.getByRole("link", { name: "What is <b>total</b>?" }).click();
  await expect(teacher.getByText("return total")).toBeAttached();
  await teacher.getByLabel("Your answer").fill("Nobody made it.");
  await teacher.getByRole("button", { name: "Send", exact: true }).click();
  await expect(teacher.getByText("Nobody made it.")).toBeVisible();
  await expect(teacher.getByLabel("Your answer")).toHaveValue("");

  await page.goto("/today");
  await page.getByRole("listitem").filter({ hasText: "Your question was answered:" }).getByRole("link").click();
  await expect(page.getByText("Nobody made it.")).toBeVisible();
  await page.getByRole("button", { name: "Mark as resolved" }).click();
  await expect(page.getByText("Resolved", { exact: true })).toBeVisible();
  await expectNoAxeViolations(page);
});

test("attempts, hints and reports work without scripts", async ({ browser, site, makePerson }) => {
  const context = await browser.newContext({ javaScriptEnabled: false, baseURL: site.url, viewport: { width: 360, height: 740 } });
  const person = await makePerson({ name: "Nora Noscript", enrolledIn: [COURSE_ID], editor: "plain" });
  const [name = "", value = ""] = person.cookie.split("=");
  await context.addCookies([{ name, value, url: site.url }]);
  const page = await context.newPage();
  await page.goto(LAB);
  await page.getByRole("button", { name: /^Show hint 1 of/ }).click();
  await expect(page).toHaveURL(/#hint-1$/);
  await expect(page.getByText(/^Hint 1 of/).first()).toBeVisible();

  await area(page).fill("export const one = 1;\n");
  await page.getByRole("button", { name: /^Submit/ }).click();
  await expect(page).toHaveURL(/\/submissions\//, { timeout: 30_000 });
  await page.goto(`${LAB}/history`);
  await expect(page.getByText("Attempt 1").first()).toBeVisible();
  await page.getByRole("button", { name: "Bring it back: attempt 1" }).click();
  await expect(page.getByText("Attempt 1 is in the editor now.")).toBeVisible();
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(page.getByText("What was in the editor before is back.")).toBeVisible();
  await expectNoSideScroll(page);
  expect((await page.goto(`${LAB}/solution`))?.status()).toBe(404);

  await page.goto(`${LAB}/report`);
  await page.getByLabel("A spelling or typing mistake").check();
  await page.getByRole("button", { name: "Send the report" }).click();
  await expect(page.getByText("Thank you.")).toBeVisible();
  await expectNoSideScroll(page);
  await context.close();
});
