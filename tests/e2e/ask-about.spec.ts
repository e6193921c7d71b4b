import { COURSE_ID, expect, expectNoAxeViolations, expectNoSideScroll, test, waitForScripts } from "./fixtures.ts";

const LAB = `/courses/${COURSE_ID}/first-programs/door-sign`;

test("every failing test and the line of the cursor lead to a question about them, with the code @narrow", async ({ page, signInAs, makePerson }) => {
  await signInAs(page, await makePerson({ name: "Ask Away", enrolledIn: [COURSE_ID], editor: "plain" }));
  await page.goto(LAB);
  await waitForScripts(page);
  const area = page.getByRole("textbox", { name: "sign.js" });
  await area.fill("export const one = 1;\nexport const two = 2;\nexport const three = 3;");
  await page.getByRole("button", { name: /^Run/ }).click();
  const failing = page.locator(".result-test.not-passed");
  await expect(failing.first()).toBeVisible({ timeout: 30_000 });
  const asks = page.getByRole("link", { name: /^Ask about this: the test/ });
  expect(await asks.count()).toBe(await failing.count());
  await expectNoAxeViolations(page);
  await expectNoSideScroll(page);
  const name = await failing.first().locator(".result-name").innerText();
  await asks.first().click();
  await expect(page.locator(".ask-quote")).toContainText(name.trim());
  await page.goBack();

  await waitForScripts(page);
  await area.focus();
  await area.evaluate((field: HTMLTextAreaElement) => {
    const second = field.value.indexOf("two");
    field.setSelectionRange(second, second);
  });
  await page.getByRole("button", { name: "Ask about this line" }).click();
  await expect(page.getByRole("textbox", { name: "Line", exact: true })).toHaveValue("2");
  await page.getByLabel("Your question").fill("What is wrong with this line?");
  await page.getByRole("button", { name: "Send the question" }).click();
  await expect(page.getByText("export const two = 2;")).toBeVisible();
});
