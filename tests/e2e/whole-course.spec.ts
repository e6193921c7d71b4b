import type { Locator, Page } from "@playwright/test";
import { COUNTING, FIRST_WEEK, findKnownAnswer, TICKET } from "./fixtures/first-week.ts";
import { pressOn, tabTo, typeInto } from "./fixtures/keys.ts";
import { expect, expectNoAxeViolations, expectNoSideScroll, NARROW, test, type Person, waitForScripts } from "./fixtures.ts";

const COURSE = `/courses/${FIRST_WEEK}`;
const PLAYER = "<!doctype html><html lang=en><title>The player</title><h1>The player</h1></html>";

test.use({ viewport: NARROW });
test.describe.configure({ timeout: 300_000 });

const heading = (page: Page, name: string | RegExp) => expect(page.getByRole("heading", { level: 1, name })).toBeVisible();

/** Looks at the page as a stranger would, and leaves it by the link to the next activity. */
async function goOn(page: Page, title: string): Promise<void> {
  await expectNoSideScroll(page);
  await pressOn(page, page.getByRole("link", { name: new RegExp(`^Next:? ${title.replace("?", "\\?")}`) }).last());
  await heading(page, title);
}

/** Radio buttons are one stop of Tab: the arrows choose among them. */
async function chooseOne(page: Page, group: Locator, option: Locator): Promise<void> {
  await tabTo(page, group.getByRole("radio").first());
  await page.keyboard.press("Space");
  for (let steps = await group.getByRole("radio").count(); steps > 0 && !(await option.isChecked()); steps -= 1) await page.keyboard.press("ArrowDown");
  await expect(option).toBeChecked();
}

/** By the arrows: a list forgets letters that came a second before. */
async function chooseInList(page: Page, list: Locator, words: string): Promise<void> {
  await tabTo(page, list);
  const findChosen = () => list.evaluate((select: HTMLSelectElement) => select.selectedOptions[0]?.textContent ?? "");
  for (let steps = await list.locator("option").count(); steps > 0 && !(await findChosen()).startsWith(words); steps -= 1) await page.keyboard.press("ArrowDown");
  expect(await findChosen()).toContain(words);
}

async function putInOrder(page: Page, group: Locator, steps: readonly string[]): Promise<void> {
  for (const [place, step] of steps.entries()) {
    const up = group.getByRole("button", { name: new RegExp(`^Move “${step}.*up$`) });
    const findPlace = () => group.getByRole("listitem").evaluateAll((items, text) => items.findIndex((item) => item.textContent?.includes(text)), step);
    for (let at = await findPlace(); at > place; at -= 1) {
      await pressOn(page, up);
      await expect.poll(findPlace).toBe(at - 1);
    }
  }
}

async function answer(page: Page, question: Locator): Promise<void> {
  const known = findKnownAnswer(await question.getByRole("heading").first().innerText());
  switch (known.kind) {
    case "choose":
      if ((await question.getByRole("radio").count()) > 0) return chooseOne(page, question, question.getByRole("radio", { name: known.options[0] }));
      for (const option of known.options) await pressOn(page, question.getByRole("checkbox", { name: option }), "Space");
      return;
    case "type":
      for (const [index, text] of known.texts.entries()) await typeInto(page, question.getByRole("textbox").nth(index), text);
      return;
    case "order":
      return putInOrder(page, question, known.steps);
    case "match":
      for (const [left, right] of known.pairs) await chooseInList(page, question.getByLabel(`What belongs to “${left}”`), right);
  }
}

async function takeQuiz(page: Page, said: string): Promise<void> {
  await pressOn(page, page.getByRole("button", { name: "Start the quiz" }));
  await expect(page.getByText(/^0 of \d answered$/).first()).toBeVisible();
  for (const question of await page.locator("fieldset.question").all()) await answer(page, question);
  await expect(page.getByText(/^6 of 6 answered$/).first()).toBeVisible();
  await pressOn(page, page.getByRole("button", { name: "Hand in", exact: true }));
  await expect(page.getByText(said)).toBeVisible();
}

/** The grader's and the instructor's part, on pages of their own. */
async function acceptTicket(desk: Page, learner: string): Promise<void> {
  await desk.goto("/review");
  await desk.locator(".queue-line").filter({ hasText: learner }).getByRole("button", { name: /Start review/ }).press("Enter");
  await waitForScripts(desk);
  await expect(desk.getByText("Restarted twice, Jon neither.")).toBeVisible();
  for (const criterion of await desk.locator("fieldset.criterion").all()) await criterion.getByRole("radio").first().press("Space");
  await desk.getByLabel("Summary for the learner").fill("Sam can go on with this.");
  await expect(desk.getByText("Everything is saved.")).toBeVisible();
  await desk.getByRole("button", { name: "Accept…" }).press("Enter");
  await desk.getByRole("button", { name: "Accept and send" }).press("Enter");
  await expect(desk.getByText("Accepted and sent.")).toBeVisible();
}

async function signNotes(desk: Page, learner: string): Promise<void> {
  await desk.goto(`/teach/${FIRST_WEEK}/sign-offs`);
  const waiting = desk.getByRole("region", { name: new RegExp(learner) });
  await waiting.getByLabel("Words to the learner").fill("Good ears!");
  await waiting.getByRole("button", { name: "Sign", exact: true }).press("Enter");
  await expect(desk.getByText("Signed.")).toBeVisible();
}

test("a whole course on a phone's width with keys only, from the dashboard to the certificate @keyboard", async ({ page, problems, makePerson, signInAs, openBrowser }) => {
  const learner: Person = await makePerson({ name: "Wanda Whole", enrolledIn: [FIRST_WEEK] });
  const staff = await makePerson({ name: "Stella Staff", roles: [{ courseId: FIRST_WEEK, role: "instructor" }, { courseId: FIRST_WEEK, role: "grader" }] });
  await signInAs(page, learner);

  await test.step("the dashboard leads on, and a lesson is read instead of watched", async () => {
    await page.goto("/today");
    await pressOn(page, page.getByRole("link", { name: /^Start with Three steps/ }));
    await heading(page, "Three steps that always help");
    await expect(page.locator("video")).toBeVisible();
    await pressOn(page, page.getByRole("button", { name: /^Read it/ }));
    await expect(page.getByText("Whatever breaks, three steps help.")).toBeVisible();
    await expect(page.locator("video")).toHaveCount(0);
    await pressOn(page, page.getByRole("button", { name: "Mark as complete" }));
    await expect(page.getByText(/You marked it on/).first()).toBeAttached();
    await goOn(page, "Set up your desk");
  });

  await test.step("a task with a checklist", async () => {
    for (const box of await page.getByRole("checkbox").all()) await pressOn(page, box, "Space");
    await pressOn(page, page.getByRole("button", { name: "It is done" }));
    await expect(page.locator("#said")).toBeVisible();
    await goOn(page, "Words of the help desk");
  });

  await test.step("a quiz of every type opens the gate of the next module", async () => {
    const closed = await page.request.get(`${COURSE}/finding-the-cause/halve-the-problem`);
    expect(closed.status()).toBe(403);
    await takeQuiz(page, "100% of the points; 70% is enough.");
    await goOn(page, "Halve the problem");
    await pressOn(page, page.getByRole("button", { name: "Mark as complete" }));
    await goOn(page, "Who else is on this page?");
  });

  await test.step("a film of another site plays after consent", async () => {
    problems.allow(/framatube\.org/);
    await page.route(/framatube\.org/, (route) => route.fulfill({ contentType: "text/html", body: PLAYER }));
    await expect(page.getByText("Nothing has been loaded from there yet.")).toBeVisible();
    await pressOn(page, page.getByRole("link", { name: "Load it once" }));
    await expect(page.frameLocator(".embed-frame").getByRole("heading", { name: "The player" })).toBeVisible();
    await pressOn(page, page.getByRole("button", { name: "Mark as complete" }));
    await goOn(page, "Count the failures");
  });

  await test.step("a lab is run, handed in and passed", async () => {
    await waitForScripts(page);
    await pressOn(page, page.getByRole("button", { name: "Plain", exact: true }));
    const editor = page.getByRole("textbox", { name: "failures.sh" });
    await tabTo(page, editor);
    await page.keyboard.press("ControlOrMeta+A");
    await page.keyboard.insertText(COUNTING);
    await page.keyboard.press("Control+Enter");
    await expect(page.locator(".lab-said")).toContainText("All", { timeout: 60_000 });
    await pressOn(page, page.getByRole("button", { name: /^Submit/ }));
    await expect(page.getByText("Passed.", { exact: true })).toBeVisible({ timeout: 60_000 });
    await goOn(page, "Step by step");
  });

  await test.step("the dashboard knows where to go on; a quiz with pools", async () => {
    await page.goto("/today");
    await expect(page.getByText("6 of 10 done")).toBeVisible();
    await pressOn(page, page.getByRole("link", { name: /^Continue with Step by step|^Start with Step by step/ }));
    await heading(page, "Step by step");
    await takeQuiz(page, "100% of the points; 70% is enough.");
    await goOn(page, "What belongs in a ticket");
    await pressOn(page, page.getByRole("button", { name: "Mark as complete" }));
    await goOn(page, "Write a ticket");
  });

  await test.step("a project is handed in", async () => {
    await waitForScripts(page);
    await typeInto(page, page.getByLabel("Words for the grader"), TICKET);
    await pressOn(page, page.getByRole("button", { name: "Hand in", exact: true }));
    await expect(page.locator("#state")).toContainText("waiting for a grader");
    await goOn(page, "Show your notes");
  });

  await test.step("a task with evidence for a signature", async () => {
    for (const box of await page.getByRole("checkbox").all()) await pressOn(page, box, "Space");
    const chooser = page.waitForEvent("filechooser");
    await pressOn(page, page.getByLabel("Add a file"), "Space");
    await (await chooser).setFiles({ name: "notes.txt", mimeType: "text/plain", buffer: Buffer.from("what I heard") });
    await pressOn(page, page.getByRole("button", { name: "Hand in for a signature" }));
    await expect(page.getByText("An instructor looks at it and signs it.")).toBeVisible();
    await goOn(page, "How was your first week?");
  });

  await test.step("a survey", async () => {
    await chooseOne(page, page.getByRole("group", { name: /How sure/ }), page.getByRole("radio", { name: /^5/ }));
    await chooseOne(page, page.getByRole("group", { name: /pace/ }), page.getByRole("radio", { name: "Just right" }));
    await typeInto(page, page.getByRole("textbox", { name: /stuck/ }), "Nowhere.");
    await chooseOne(page, page.getByRole("group", { name: /recommend/ }), page.getByRole("radio", { name: "Yes" }));
    await pressOn(page, page.getByRole("button", { name: "Send" }));
    await expect(page.getByRole("status").filter({ hasText: "Thank you" })).toBeVisible();
    await expectNoSideScroll(page);
  });

  await test.step("the course says why it is not done yet, and what is missing", async () => {
    await page.goto(COURSE);
    await expect(page.getByText("8 of 10 done")).toBeVisible();
    await pressOn(page, page.locator(".course-head, main").first().getByText("Why?").first());
    await expect(page.locator(".why").first()).toContainText("Write a ticket");
    await expect(page.locator(".why").first()).toContainText("Show your notes");
    await expectNoSideScroll(page);
    await expectNoAxeViolations(page);
  });

  await test.step("others accept and sign it, and the certificate is there", async () => {
    const desk = await openBrowser(staff);
    await acceptTicket(desk, learner.name);
    await signNotes(desk, learner.name);
    await page.goto("/today");
    await expect(page.getByText("10 of 10 done")).toBeVisible();
    await pressOn(page, page.getByRole("main").getByRole("button", { name: /^Your certificate/ }).first());
    await heading(page, "Wanda Whole");
    await expect(page).toHaveURL(/\/certificates\//);
    await expectNoSideScroll(page);
    await expectNoAxeViolations(page);
  });
});
