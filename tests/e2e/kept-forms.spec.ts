import type { Page } from "@playwright/test";
import { expect, expectNoAxeViolations, expectNoSideScroll, test, waitForScripts } from "./fixtures.ts";

const COURSE = "first-week-in-it";
const path = (id: string) => `/courses/${COURSE}/${id}`;
const TASK = path("getting-started/set-up-your-desk");
const QUIZ = path("getting-started/words-of-the-help-desk");
const SURVEY = path("your-first-tickets/how-was-it");
const status = (page: Page) => page.locator("[data-draft-status]");
const saved = (page: Page) => expect(status(page)).toHaveAttribute("data-draft-status", "saved");
const box = (page: Page, place: number) => page.locator(".task-items input").nth(place);

async function open(page: Page, address: string) {
  await page.goto(address);
  await waitForScripts(page);
}

test("two tabs of one task join what each ticked @narrow", async ({ page, makePerson, signInAs }) => {
  await signInAs(page, await makePerson({ name: "Tina Twotabs", enrolledIn: [COURSE] }));
  await open(page, TASK);
  const second = await page.context().newPage();
  await open(second, TASK);
  await box(page, 0).check();
  await saved(page);
  await box(second, 1).check();
  await saved(second);
  // Each has what the other ticked, without a reload.
  await expect(box(second, 0)).toBeChecked();
  await expect(box(page, 1)).toBeChecked();
  await page.reload();
  await expect(box(page, 0)).toBeChecked();
  await expect(box(page, 1)).toBeChecked();
});

test("two tabs of one attempt join their answers, the order of steps too; of a field that two devices filled in the person chooses @narrow", async ({ page, makePerson, signInAs, openBrowser, problems }) => {
  problems.allow(/ERR_INTERNET_DISCONNECTED|Failed to fetch/);
  const person = await makePerson({ name: "Quentin Twotabs", enrolledIn: [COURSE] });
  await signInAs(page, person);
  await open(page, QUIZ);
  await page.getByRole("button", { name: "Start the quiz" }).click();
  await expect(page.getByText("0 of 6 answered").first()).toBeVisible();
  const second = await page.context().newPage();
  await open(second, QUIZ);
  const word = (of: Page) => of.getByRole("group", { name: /goes to a colleague/ }).getByLabel("Your answer");
  await word(page).fill("Escalation");
  await saved(page);
  const orderOf = (of: Page) => of.getByRole("group", { name: "Put the start of a call in a good order." });
  await orderOf(second).getByRole("button", { name: /down$/ }).first().click();
  await saved(second);
  const steps = await orderOf(second).getByRole("listitem").allInnerTexts();
  await expect(second.getByText("2 of 6 answered").first()).toBeVisible();
  await expect(page.getByText("2 of 6 answered").first()).toBeVisible();
  expect(await orderOf(page).getByRole("listitem").allInnerTexts()).toEqual(steps);

  // Another device hears nothing of these while it has no connection.
  const device = await openBrowser(person);
  await open(device, QUIZ);
  await device.context().setOffline(true);
  await word(device).fill("Passing on");
  await expect(status(device)).toHaveAttribute("data-draft-status", "retrying");
  await word(page).fill("Handing over");
  await saved(page);
  await device.context().setOffline(false);
  await expect(status(device)).toHaveAttribute("data-draft-status", "conflict", { timeout: 30_000 });
  const row = device.getByRole("row").nth(1);
  await expect(row).toContainText("Passing on");
  await expect(row).toContainText("Handing over");
  await expectNoAxeViolations(device);
  await expectNoSideScroll(device);
  await device.getByRole("button", { name: "Take what was saved elsewhere" }).click();
  await expect(word(device)).toHaveValue("Handing over");
  await saved(device);

  // Handed in here: the other tab says so, and keeps nothing over it.
  await page.getByRole("button", { name: "Hand in", exact: true }).click();
  await page.getByRole("button", { name: /as it is/ }).click();
  await expect(page.locator(".quiz-verdict")).toBeVisible();
  await second.getByRole("radio", { name: /What did you want to do/ }).check();
  await expect(second.getByRole("link", { name: "See its result" })).toBeVisible();
});

test("a survey that was not sent yet is filled in again after a reload, and forgotten once it is sent", async ({ page, makePerson, signInAs }) => {
  await signInAs(page, await makePerson({ name: "Sura Vey", enrolledIn: [COURSE], roles: [{ courseId: COURSE, role: "instructor" }] }));
  await open(page, SURVEY);
  await page.locator("textarea").first().fill("half a thought");
  await expect(status(page)).toHaveAttribute("data-draft-status", "refused");
  await page.reload();
  await expect(page.locator("textarea").first()).toHaveValue("half a thought");
  await expect(page.getByText("What you had filled in here is back")).toBeVisible();
});
