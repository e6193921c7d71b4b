import { COURSE_ID, expect, expectSound, test } from "./fixtures.ts";

test("an administrator gives and takes roles, and they hold at once", async ({ page, openBrowser, makePerson, signInAs }) => {
  const person = await makePerson({ name: "Rolf Roles", enrolledIn: [COURSE_ID] });
  const theirs = await openBrowser(person);
  expect((await theirs.goto("/review"))?.status()).toBe(404);
  expect((await theirs.goto("/people"))?.status()).toBe(404);

  await signInAs(page, "administrator");
  await page.goto("/people");
  await page.getByLabel("Name or e-mail").fill("rolf rol");
  await page.keyboard.press("Enter");
  await page.getByRole("link", { name: "Rolf Roles" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Rolf Roles");
  const grader = page.getByRole("button", { name: "grader in JavaScript fundamentals" });
  await expect(grader).toHaveAttribute("aria-pressed", "false");
  await grader.click();
  await expect(grader).toHaveAttribute("aria-pressed", "true");
  expect((await theirs.goto("/review"))?.status()).toBe(200);
  await grader.click();
  await expect(grader).toHaveAttribute("aria-pressed", "false");
  expect((await theirs.goto("/review"))?.status()).toBe(404);

  await page.getByRole("link", { name: "Make administrator…" }).click();
  await page.getByRole("button", { name: "Make administrator" }).click();
  await expect(page.getByText("Gives and takes roles")).toBeVisible();
  expect((await theirs.goto("/people"))?.status()).toBe(200);
  await page.getByRole("link", { name: "Take the role…" }).click();
  await page.getByRole("button", { name: "Take the role" }).click();
  await expect(page.getByText("Not an administrator.")).toBeVisible();
  expect((await theirs.goto("/people"))?.status()).toBe(404);
});

test("the people pages are sound", async ({ page, signInAs }) => {
  const { id } = await signInAs(page, "administrator");
  await page.goto("/people");
  await expectSound(page);
  await page.goto("/people?q=%25");
  await expect(page.getByText("holds “%”")).toBeVisible();
  await page.goto(`/people/${id}?confirm=administrator`);
  await expectSound(page);
});

test("only administrators change roles", async ({ page, signInAs, makePerson }) => {
  const person = await makePerson({ name: "Mona Mere" });
  await signInAs(page, "instructor");
  expect((await page.goto(`/people/${person.id}`))?.status()).toBe(404);
  const form = { courseId: COURSE_ID, role: "grader", change: "give" };
  expect((await page.request.post(`/people/${person.id}?form=role`, { form })).status()).toBe(404);
  expect((await page.request.post(`/people/${person.id}?form=administrator`, { form: { change: "give", confirmed: "yes" } })).status()).toBe(404);
});
