import type { Page } from "@playwright/test";
import { COURSE_ID, expect, expectNoAxeViolations, expectNoSideScroll, test, waitForScripts } from "./fixtures.ts";

const LAB = `/courses/${COURSE_ID}/first-programs/door-sign`;
const LESSON = `/courses/${COURSE_ID}/first-programs/what-a-program-is`;
const area = (page: Page) => page.getByRole("textbox", { name: "sign.js" });
const draftStatus = (page: Page) => page.locator("[data-draft-status]");

test("a lab that stays open while somebody else signs in saves nothing for them, and its text comes back to its owner", async ({ page, signInAs, makePerson }) => {
  const mia = await makePerson({ name: "Mia Stays", enrolledIn: [COURSE_ID], editor: "plain" });
  const bo = await makePerson({ name: "Bo Next", enrolledIn: [COURSE_ID], editor: "plain" });
  await signInAs(page, mia);
  await page.goto(LAB);
  await waitForScripts(page);

  await signInAs(page, bo);
  await area(page).fill("// only for Mia");
  await expect(draftStatus(page)).toHaveAttribute("data-draft-status", "refused");
  await expect(page.getByText("Somebody else has signed in in this browser")).toBeVisible();
  await page.getByRole("button", { name: /^Submit/ }).click();
  await expect(page.getByText("Somebody else has signed in in this browser").first()).toBeVisible();
  const bos = await page.context().newPage();
  await bos.goto(LAB);
  await expect(draftStatus(bos)).toHaveAttribute("data-draft-status", "saved");
  await expect(area(bos)).not.toHaveValue(/Mia/);
  await bos.close();
  await page.close();

  const again = await (await signInBack(mia)).newPage();
  await again.goto(LAB);
  await expect(area(again)).toHaveValue("// only for Mia");
  await expect(draftStatus(again)).toHaveText("Saved");

  async function signInBack(person: typeof mia) {
    await signInAs(page, person);
    return page.context();
  }
});

test("a note that was begun is shown to whoever wrote it, in any tab, and is never kept for another person @narrow", async ({ page, signInAs, makePerson }) => {
  const mia = await makePerson({ name: "Mia Notes", enrolledIn: [COURSE_ID] });
  const bo = await makePerson({ name: "Bo Notes", enrolledIn: [COURSE_ID] });
  const field = (of: Page) => of.locator(".new-note textarea");
  await signInAs(page, mia);
  await page.goto(LESSON);
  await waitForScripts(page);
  await field(page).fill("Mia thinks of something");

  await signInAs(page, bo);
  await page.locator(".new-note").getByRole("button", { name: "Keep" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Somebody else is signed in here");
  await expectNoAxeViolations(page);
  await expectNoSideScroll(page);
  await page.goto(LESSON);
  await waitForScripts(page);
  await expect(field(page)).toHaveValue("");
  await expect(page.locator(".note-list")).toHaveCount(0);

  await signInAs(page, mia);
  const another = await page.context().newPage();
  await another.goto(LESSON);
  await expect(field(another)).toHaveValue("Mia thinks of something");
  await another.locator(".new-note").getByRole("button", { name: "Keep" }).click();
  await expect(another.locator(".note-list")).toContainText("Mia thinks of something");
  await another.reload();
  await waitForScripts(another);
  await expect(field(another)).toHaveValue("");
});
