import { COURSE_ID, expect, expectNoSideScroll, test } from "./fixtures.ts";

const PAGES = ["/today", "/courses", `/courses/${COURSE_ID}`, "/plan", "/account", "/search"];

test("a visitor chooses Spanish, keeps it when signed in, and can go back @narrow", async ({ page, makePerson, signInAs }) => {
  await page.goto("/courses");
  await expect(page.locator("html")).toHaveAttribute("lang", "en");
  await page.getByRole("button", { name: "Español" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Cursos" })).toBeVisible();
  expect(new URL(page.url()).pathname).toBe("/courses");
  await expect(page.locator("html")).toHaveAttribute("lang", "es");
  await signInAs(page, await makePerson({ name: "Sara Spanish" }));
  await page.goto("/account");
  await expect(page.getByRole("heading", { level: 1, name: "Tu cuenta" })).toBeVisible();
  await page.getByRole("main").getByRole("button", { name: "English" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Your account" })).toBeVisible();
  // Stored with the person now, so a browser that asks for another language changes nothing.
  await page.setExtraHTTPHeaders({ "Accept-Language": "es" });
  await page.context().clearCookies({ name: "rung-language" });
  await page.goto("/account");
  await expect(page.locator("html")).toHaveAttribute("lang", "en");
});

test("pages mirror when their language is written from right to left @narrow", async ({ page, signInAs }) => {
  await signInAs(page, "learner");
  for (const path of PAGES) {
    await page.goto(path);
    const brand = page.locator(".top .brand");
    const before = await brand.boundingBox();
    // After the page is alive: what React has drawn stays, and only the direction is another.
    await page.evaluate(() => document.documentElement.setAttribute("dir", "rtl"));
    const width = page.viewportSize()?.width ?? 0;
    const after = await brand.boundingBox();
    expect(Math.round((before?.x ?? 0) + (after?.x ?? 0) + (after?.width ?? 0)), `the mark of ${path} stands mirrored`).toBeCloseTo(width, -1);
    await expectNoSideScroll(page);
  }
});
