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

test("two tabs of one task join what each ticked, and a field that both filled in is the person's choice @narrow", async ({ page, makePerson, signInAs, openBrowser }) => {
  const person = await makePerson({ name: "Tina Twotabs", enrolledIn: [COURSE] });
  await signInAs(page, person);
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

  // Another device, which hears nothing of this one.
  const device = await openBrowser(person);
  await open(device, TASK);
  await device.context().setOffline(true);
  await device.getByLabel("Hours").fill("1");
  await expect(status(device)).toHaveAttribute("data-draft-status", "retrying");
  await page.getByLabel("Hours").fill("2");
  await saved(page);
  await device.context().setOffline(false);
  await expect(status(device)).toHaveAttribute("data-draft-status", "conflict", { timeout: 20_000 });
  await expect(device.getByRole("row", { name: /Hours/ })).toContainText("1");
  await expect(device.getByRole("row", { name: /Hours/ })).toContainText("2");
  await expectNoAxeViolations(device);
  await expectNoSideScroll(device);
  await device.getByRole("button", { name: "Take what was saved elsewhere" }).click();
  await expect(device.getByLabel("Hours")).toHaveValue("2");
  await saved(device);
});

test("two tabs of one attempt join their answers, the order of steps too", async ({ page, makePerson, signInAs }) => {
  await signInAs(page, await makePerson({ name: "Quentin Twotabs", enrolledIn: [COURSE] }));
  await open(page, QUIZ);
  await page.getByRole("button", { name: "Start the quiz" }).click();
  await expect(page.getByText("0 of 6 answered").first()).toBeVisible();
  const second = await page.context().newPage();
  await open(second, QUIZ);
  await page.getByRole("group", { name: /goes to a colleague/ }).getByLabel("Your answer").fill("Escalation");
  await saved(page);
  const order = second.getByRole("group", { name: "Put the start of a call in a good order." });
  await order.getByRole("button", { name: /down$/ }).first().click();
  await saved(second);
  const steps = await order.getByRole("listitem").allInnerTexts();
  await expect(second.getByText("2 of 6 answered").first()).toBeVisible();
  await expect(page.getByText("2 of 6 answered").first()).toBeVisible();
  expect(await page.getByRole("group", { name: "Put the start of a call in a good order." }).getByRole("listitem").allInnerTexts()).toEqual(steps);

  // Handed in here: the other tab says so, and keeps nothing over it.
  await page.getByRole("button", { name: "Hand in", exact: true }).click();
  await page.getByRole("button", { name: /as it is/ }).click();
  await expect(page.locator(".quiz-verdict")).toBeVisible();
  await second.getByRole("radio", { name: /What did you want to do/ }).check();
  await expect(second.getByRole("link", { name: "See its result" })).toBeVisible();
});

test("a survey that was not sent yet is filled in again after a reload, and forgotten once it is sent", async ({ page, makePerson, signInAs }) => {
  await signInAs(page, await makePerson({ name: "Sura Vey", enrolledIn: [COURSE] }));
  await open(page, SURVEY);
  await page.locator("textarea").first().fill("half a thought");
  await expect(status(page)).toHaveAttribute("data-draft-status", "refused");
  await page.reload();
  await expect(page.locator("textarea").first()).toHaveValue("half a thought");
  await expect(page.getByText("What you had filled in here is back")).toBeVisible();
});
