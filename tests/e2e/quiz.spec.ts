import type { Page } from "@playwright/test";
import { tabTo } from "./fixtures/keys.ts";
import { expect, expectNoAxeViolations, expectNoSideScroll, test, waitForScripts } from "./fixtures.ts";

const COURSE = "first-week-in-it";
const QUIZ = `/courses/${COURSE}/getting-started/words-of-the-help-desk`;

/** Chooses in a list by the keyboard alone. Letters would do too, but a list forgets those that came a second before. */
async function choose(page: Page, label: string, words: string): Promise<void> {
  const list = page.getByLabel(label);
  await tabTo(page, list);
  const chosen = () => list.evaluate((select: HTMLSelectElement) => select.selectedOptions[0]?.textContent?.toLowerCase() ?? "");
  for (let steps = await list.locator("option").count(); steps > 0 && !(await chosen()).startsWith(words); steps -= 1) await page.keyboard.press("ArrowDown");
  expect(await chosen(), label).toContain(words);
}

test("a quiz by keyboard on a narrow screen: saved by itself, handed in, passed @keyboard", async ({ page, makePerson, signInAs }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await signInAs(page, await makePerson({ name: "Kay Board", enrolledIn: [COURSE] }));
  await page.goto(QUIZ);
  await waitForScripts(page);
  await tabTo(page, page.getByRole("button", { name: "Start the quiz" }));
  await page.keyboard.press("Enter");
  await expect(page.getByText("0 of 6 answered").first()).toBeVisible();
  await expectNoSideScroll(page);

  const order = page.getByRole("group", { name: "Put the start of a call in a good order." });
  for (const [place, step] of ["Say your name", "Listen", "Say in your own words", "Ask for the details", "Say what you will do"].entries()) {
    const up = order.getByRole("button", { name: new RegExp(`^Move “${step}.*up$`) });
    for (;;) {
      const at = await order.getByRole("listitem").evaluateAll((items, text) => items.findIndex((item) => item.textContent?.includes(text)), step);
      if (at <= place) break;
      if (!(await up.evaluate((element) => element === document.activeElement))) await up.focus();
      await page.keyboard.press("Enter");
      // The moved step keeps the focus, wherever its place is now.
      await expect(up).toBeFocused();
    }
  }
  await expect(page.getByText("1 of 6 answered").first()).toBeVisible();
  await expect(page.getByText("All you filled in is saved.")).toBeVisible();

  // What was answered is there again after the page is loaded anew.
  await page.reload();
  await waitForScripts(page);
  await expect(page.getByText("1 of 6 answered").first()).toBeVisible();

  for (const name of ["Who has the problem, and how to reach them", "What was expected, and what happened instead", "What was tried already"]) {
    await page.getByRole("checkbox", { name }).focus();
    await page.keyboard.press("Space");
  }
  await page.getByRole("radio", { name: /What did you want to do/ }).focus();
  await page.keyboard.press("Space");
  await page.getByRole("group", { name: /goes to a colleague/ }).getByLabel("Your answer").focus();
  await page.keyboard.type("Escalation");
  await page.getByRole("group", { name: /promises an answer/ }).getByLabel("Your answer").focus();
  await page.keyboard.type("14:30");
  await choose(page, "What belongs to “incident”", "something that worked");
  await choose(page, "What belongs to “request”", "somebody wants");
  await choose(page, "What belongs to “workaround”", "a way to go on");
  await choose(page, "What belongs to “escalation”", "passing a ticket");
  await expect(page.getByText("6 of 6 answered").first()).toBeVisible();

  await tabTo(page, page.getByRole("button", { name: "Hand in" }));
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { name: "Result of attempt 1" })).toBeVisible();
  await expect(page.getByText("100% of the points; 70% is enough.")).toBeVisible();
  await expect(page.getByText("The goal and the symptom are worth more")).toBeVisible();
  await expectNoSideScroll(page);
  await expectNoAxeViolations(page);
});

test.describe("without scripts", () => {
  test.use({ javaScriptEnabled: false });

  test("a quiz is saved, held back once, and handed in", async ({ page, makePerson, signInAs }) => {
    await signInAs(page, await makePerson({ name: "Nosco Ript", enrolledIn: [COURSE] }));
    await page.goto(QUIZ);
    await page.getByRole("button", { name: "Start the quiz" }).click();
    await page.getByRole("radio", { name: /What did you want to do/ }).check();
    await page.getByLabel("Place of “Listen to the whole problem without interrupting”").selectOption("2");
    await page.getByRole("button", { name: "Save and go on later" }).last().click();
    await expect(page.getByText("Your answers are saved.")).toBeVisible();
    await expect(page.getByRole("radio", { name: /What did you want to do/ })).toBeChecked();
    await expect(page.getByLabel("Place of “Listen to the whole problem without interrupting”")).toHaveValue("2");

    await page.getByRole("button", { name: "Hand in" }).click();
    await expect(page.getByText("5 questions have no full answer yet:")).toBeVisible();
    await page.getByRole("button", { name: "Hand in as it is" }).click();
    await expect(page.getByText("Not passed yet").first()).toBeVisible();
    await expect(page.getByText("Good: you hear the goal and the symptom")).toBeVisible();
    // What is right is not there before it is earned.
    expect(await page.content()).not.toContain("worth more than any detail");
    await page.getByRole("button", { name: "Try again" }).click();
    await expect(page.getByText("0 of 6 answered").first()).toBeVisible();
  });
});
