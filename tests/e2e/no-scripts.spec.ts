import type { Locator, Page } from "@playwright/test";
import { COUNTING, FIRST_WEEK, findKnownAnswer, TICKET } from "./fixtures/first-week.ts";
import { expect, expectNoSideScroll, NARROW, test } from "./fixtures.ts";

const COURSE = `/courses/${FIRST_WEEK}`;

test.use({ javaScriptEnabled: false, viewport: NARROW });
test.describe.configure({ timeout: 300_000 });

const heading = (page: Page, name: string) => expect(page.getByRole("heading", { level: 1, name })).toBeVisible();

async function goOn(page: Page, title: string): Promise<void> {
  await page.getByRole("link", { name: new RegExp(`^Next:? ${title.replace("?", "\\?")}`) }).last().click();
  await heading(page, title);
}

async function finishLesson(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Mark as complete" }).click();
  await expect(page.getByText(/You marked it on/).first()).toBeAttached();
}

async function answer(question: Locator): Promise<void> {
  const known = findKnownAnswer(await question.getByRole("heading").first().innerText());
  switch (known.kind) {
    case "choose":
      for (const option of known.options) await question.getByRole("radio", { name: option }).or(question.getByRole("checkbox", { name: option })).check();
      return;
    case "type":
      for (const [index, text] of known.texts.entries()) await question.getByRole("textbox").nth(index).fill(text);
      return;
    case "order":
      for (const [index, step] of known.steps.entries()) await question.getByLabel(`Place of “${step}`).selectOption(String(index + 1));
      return;
    case "match":
      for (const [left, right] of known.pairs) {
        const partner = question.getByLabel(`What belongs to “${left}”`);
        await partner.selectOption({ label: (await partner.getByRole("option").allInnerTexts()).find((text) => text.startsWith(right)) ?? right });
      }
  }
}

async function takeQuiz(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Start the quiz" }).click();
  for (const question of await page.locator("fieldset.question").all()) await answer(question);
  await page.getByRole("button", { name: "Hand in", exact: true }).click();
  await expect(page.getByText("100% of the points; 70% is enough.")).toBeVisible();
}

test("a course without scripts, from making an account to the certificate", async ({ page, makePerson, openBrowser }) => {
  const staff = await makePerson({ name: "Stella Staff", roles: [{ courseId: FIRST_WEEK, role: "instructor" }, { courseId: FIRST_WEEK, role: "grader" }] });

  await test.step("sign up and enroll", async () => {
    await page.goto("/sign-up");
    await page.getByLabel("Your name").fill("Nora Noscript");
    await page.getByLabel("E-mail").fill(`nora.${Date.now()}@example.test`);
    await page.getByLabel("Password").fill("four words in a row");
    await page.getByRole("main").getByRole("button").last().click();
    await expect(page).toHaveURL(/\/today$/);
    await page.getByRole("link", { name: "Courses", exact: true }).click();
    await page.getByRole("main").getByRole("link", { name: "Your first week in IT support" }).click();
    await page.getByRole("button", { name: /enrol/i }).first().click();
    await expect(page.getByText("0 of 10 done")).toBeVisible();
  });

  await test.step("read, tick and answer", async () => {
    await page.goto(`${COURSE}/getting-started/three-steps`);
    await page.getByRole("button", { name: /^Read it/ }).click();
    await expect(page.getByText("Whatever breaks, three steps help.")).toBeVisible();
    await finishLesson(page);
    await goOn(page, "Set up your desk");
    for (const box of await page.getByRole("checkbox").all()) await box.check();
    await page.getByRole("button", { name: "It is done" }).click();
    await expect(page.locator("#said")).toBeVisible();
    await goOn(page, "Words of the help desk");
    await takeQuiz(page);
    await goOn(page, "Halve the problem");
    await finishLesson(page);
    await goOn(page, "Who else is on this page?");
    await finishLesson(page);
    await expectNoSideScroll(page);
  });

  await test.step("run a lab, hand it in, and see its verdict", async () => {
    await goOn(page, "Count the failures");
    const editor = page.getByRole("textbox", { name: "failures.sh" });
    await editor.fill("echo nothing\n");
    await page.getByRole("button", { name: "Run" }).click();
    await expect(page.locator(".result-test.not-passed").first()).toBeVisible({ timeout: 60_000 });
    await page.getByRole("button", { name: "Show hint 1 of 3" }).click();
    await expect(page.getByText("What is counted now")).toBeVisible();
    await editor.fill(COUNTING);
    await page.getByRole("button", { name: "Submit" }).click();
    await expect(page).toHaveURL(/\/submissions\//);
    // The page looks again by itself until the tests are done.
    await expect(page.getByText("Passed.")).toBeVisible({ timeout: 60_000 });
    await page.getByRole("link", { name: "Back to the lab" }).click();
    await goOn(page, "Step by step");
    await takeQuiz(page);
    await goOn(page, "What belongs in a ticket");
    await finishLesson(page);
  });

  await test.step("hand in a project, and evidence for a signature", async () => {
    await goOn(page, "Write a ticket");
    await page.getByLabel("Words for the grader").fill(TICKET);
    await page.getByRole("button", { name: "Hand in", exact: true }).click();
    await expect(page.locator("#state")).toContainText("waiting for a grader");
    await goOn(page, "Show your notes");
    for (const box of await page.getByRole("checkbox").all()) await box.check();
    await page.getByLabel("Add a file").setInputFiles({ name: "notes.txt", mimeType: "text/plain", buffer: Buffer.from("what I heard") });
    await page.getByRole("button", { name: "Hand in for a signature" }).click();
    await expect(page.getByText("An instructor looks at it and signs it.")).toBeVisible();
  });

  await test.step("a survey, and why the course is not done yet", async () => {
    await goOn(page, "How was your first week?");
    await page.getByRole("radio", { name: /^5/ }).check();
    await page.getByRole("radio", { name: "Just right" }).check();
    await page.getByRole("textbox", { name: /stuck/ }).fill("Nowhere.");
    await page.getByRole("radio", { name: "Yes" }).check();
    await page.getByRole("button", { name: "Send" }).click();
    await expect(page.getByRole("status").filter({ hasText: "Thank you" })).toBeVisible();
    await page.goto(COURSE);
    await expect(page.getByText("8 of 10 done")).toBeVisible();
    const why = page.getByRole("main").locator(".why").first();
    await why.locator("summary").click();
    await expect(why.getByText("Write a ticket")).toBeVisible();
    await expect(why.getByText("Show your notes")).toBeVisible();
    await expectNoSideScroll(page);
  });

  await test.step("an instructor and a grader do their part without scripts too", async () => {
    const desk = await openBrowser(staff);
    await desk.goto("/review");
    await desk.locator(".queue-line").filter({ hasText: "Nora Noscript" }).getByRole("button", { name: /Start review/ }).click();
    for (const criterion of await desk.locator("fieldset.criterion").all()) await criterion.getByRole("radio").first().check();
    await desk.getByLabel("Summary for the learner").fill("Sam can go on with this.");
    await desk.getByRole("button", { name: "Accept…" }).click();
    await desk.getByRole("button", { name: "Accept and send" }).click();
    await expect(desk.getByText("Accepted and sent.")).toBeVisible();
    await desk.goto(`/teach/${FIRST_WEEK}/sign-offs`);
    await desk.getByRole("region", { name: /Nora Noscript/ }).getByRole("button", { name: "Sign", exact: true }).click();
    await expect(desk.getByText("Signed.")).toBeVisible();
  });

  await test.step("the certificate", async () => {
    await page.goto("/today");
    await page.getByRole("main").getByRole("button", { name: /^Your certificate/ }).first().click();
    await heading(page, "Nora Noscript");
    const href = await page.getByRole("link", { name: "Download as PDF" }).getAttribute("href");
    expect((await page.request.get(href ?? "")).headers()["content-type"]).toBe("application/pdf");
  });
});
