import { expect, test, waitForScripts } from "./fixtures.ts";

const COURSE = "first-week-in-it";

test("who teaches looks at each kind of page: it is taken over by its scripts as it was made", async ({ page, makePerson, signInAs }) => {
  await signInAs(page, await makePerson({ name: "Tess Looks", roles: [{ courseId: COURSE, role: "instructor" }] }));
  for (const id of ["getting-started/where-do-you-begin", "getting-started/words-of-the-help-desk", "finding-the-cause/step-by-step", "getting-started/three-steps", "getting-started/set-up-your-desk", "finding-the-cause/count-the-failures", "your-first-tickets/write-a-ticket", "your-first-tickets/how-was-it"]) {
    await page.goto(`/courses/${COURSE}/${id}`);
    await waitForScripts(page);
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  }
});
